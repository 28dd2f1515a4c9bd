/** Holds a value that changes as a whole, and tells its subscribers. */
export class Store<State> {
  #state: State;
  #listeners = new Set<() => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  /** Replaces the state by the result of a transition; subscribers are called if it is another value. */
  update(transition: (state: State) => State): void {
    const next = transition(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
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
