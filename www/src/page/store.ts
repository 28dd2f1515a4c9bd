/** Holds a value that changes as a whole, and tells its subscribers. */
export class Store<State> {
  #state: State;
  #listeners = new Set<() => void>();
  #postponed: ((state: State) => State) | null = null;

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    this.#settle();
    return this.#state;
  }

  /** The state that subscribers were told of last, without what is postponed. */
  get shown(): State {
    return this.#state;
  }

  /**
   * Replaces the state by the result of a transition; subscribers are called if it is another value. With `isAside`, what
   * is postponed has nothing to do with it and stays so.
   */
  update(transition: (state: State) => State, isAside = false): void {
    if (!isAside) this.#settle();
    const next = transition(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Makes a transition that takes long once the state is asked for or updated; of several, only the last one is made. */
  postpone(transition: (state: State) => State): void {
    this.#postponed = transition;
  }

  #settle(): void {
    const postponed = this.#postponed;
    this.#postponed = null;
    if (postponed) this.update(postponed);
  }

  /**
   * Calls `listener` after each update that changes what `select` returns, compared with `Object.is`.
   *
   * Returns a function that ends the subscription.
   */
  watch<Value>(select: (state: State) => Value, listener: (value: Value) => void): () => void {
    let last = select(this.#state);
    const check = () => {
      const value = select(this.#state);
      if (Object.is(value, last)) return;
      last = value;
      listener(value);
    };
    this.#listeners.add(check);
    return () => this.#listeners.delete(check);
  }
}
