import { describe, expect, test, vi } from "vitest";
import * as transitions from "../../src/page/state.js";
import { INITIAL_STATE, type State } from "../../src/page/state.js";
import { Store } from "../../src/page/store.js";
import { describePassage } from "../../src/ui/corrections/passage.js";
import { makeReport, rangeOf, TEXT } from "./fixtures.js";

const removal = { kind: "not-quote", quote: describePassage(TEXT, rangeOf("“No,”")) } as const;

function analyzed(): State {
  return transitions.setReport(transitions.editText(INITIAL_STATE, TEXT), TEXT, makeReport());
}

const quoteIds = ({ article }: State) => article?.report.quotes.map(({ id }) => id);

describe("store", () => {
  test("what is postponed is made once, before the state is read or updated", () => {
    const store = new Store({ a: 1 });
    const listener = vi.fn();
    store.watch(({ a }) => a, listener);
    const skipped = vi.fn();
    store.postpone(skipped);
    store.postpone(({ a }) => ({ a: a + 1 }));
    expect(listener).not.toHaveBeenCalled();
    expect(store.state).toEqual({ a: 2 });
    expect(store.state).toEqual({ a: 2 });
    store.postpone(({ a }) => ({ a: a + 1 }));
    store.update(({ a }) => ({ a: a * 10 }));
    expect(listener.mock.calls).toEqual([[2], [3], [30]]);
    expect(skipped).not.toHaveBeenCalled();
    store.postpone(({ a }) => ({ a: a + 1 }));
    store.update(({ a }) => ({ a: -a }), true);
    expect(store.shown).toEqual({ a: -30 });
    expect(store.state).toEqual({ a: -29 });
  });

  test("watchers are called when what they select changes, until they stop", () => {
    const store = new Store({ a: 1, b: 1 });
    const listener = vi.fn();
    const stop = store.watch(({ a }) => a, listener);
    store.update((state) => ({ ...state, b: 2 }));
    expect(listener).not.toHaveBeenCalled();
    store.update((state) => ({ ...state, a: 2 }));
    expect(listener).toHaveBeenCalledExactlyOnceWith(2);
    stop();
    store.update((state) => ({ ...state, a: 3 }));
    expect(listener).toHaveBeenCalledOnce();
  });

  test("a watcher may update the store", () => {
    const store = new Store({ a: 0, b: 0 });
    store.watch(
      ({ a }) => a,
      (a) => store.update((state) => ({ ...state, b: a * 10 })),
    );
    store.update((state) => ({ ...state, a: 1 }));
    expect(store.state).toEqual({ a: 1, b: 10 });
  });
});

describe("transitions", () => {
  test("a text keeps the last article while it is edited, and loses it when it is blank", () => {
    const edited = transitions.editText(analyzed(), `${TEXT} More.`);
    expect(edited.article?.text).toBe(TEXT);
    const blank = transitions.editText(edited, " \n");
    expect([blank.article, blank.analysis, blank.target]).toEqual([null, null, null]);
  });

  test("corrections are applied, undone and redone; a new one discards what was undone", () => {
    const corrected = transitions.addCorrection(analyzed(), removal);
    expect(quoteIds(corrected)).toEqual(["q1", "q3"]);
    const undone = transitions.undo(corrected);
    expect(quoteIds(undone)).toEqual(["q1", "q2", "q3"]);
    expect(quoteIds(transitions.redo(undone))).toEqual(["q1", "q3"]);
    expect(transitions.undo(undone)).toBe(undone);
    const renamed = transitions.addCorrection(undone, { kind: "rename", from: "Anna Berg", to: "Ann Berg" });
    expect(transitions.redo(renamed)).toBe(renamed);
    expect(renamed.article?.entities.get("e1")?.name).toBe("Ann Berg");
  });

  test("corrections of a replaced text wait for its report", () => {
    const replaced = transitions.replaceText(analyzed(), TEXT, [removal]);
    expect(quoteIds(transitions.setReport(replaced, TEXT, makeReport()))).toEqual(["q1", "q3"]);
  });

  test("line ends are those of a text field", () => {
    expect(transitions.replaceText(INITIAL_STATE, "a\r\nb\rc").text).toBe("a\nb\nc");
  });

  test("clearing leaves nothing behind", () => {
    const remembered = transitions.setRemember(transitions.showView(analyzed(), "reading"), true);
    const cleared = transitions.clear(transitions.addCorrection(remembered, removal));
    expect(cleared).toMatchObject({ text: "", view: "text", article: null, remember: false });
    expect(cleared.history.steps).toEqual([[]]);
  });

  test("undo and redo go on to the texts before and after, with their corrections", () => {
    const corrected = transitions.addCorrection(analyzed(), removal);
    const other = transitions.replaceText(corrected, "Other.");
    const back = transitions.undo(other);
    expect(back).toMatchObject({ text: TEXT, target: null });
    expect(quoteIds(back)).toEqual(["q1", "q3"]);
    expect(quoteIds(transitions.undo(back))).toEqual(["q1", "q2", "q3"]);
    expect(transitions.redo(back)).toMatchObject({ text: "Other.", article: null });
    expect(transitions.canRedo(transitions.addCorrection(back, removal))).toBe(false);
    expect(transitions.undo(INITIAL_STATE)).toBe(INITIAL_STATE);
  });

  test("what was undone before another text was opened is not redone after it is closed", () => {
    const undone = transitions.undo(transitions.addCorrection(analyzed(), removal));
    const back = transitions.undo(transitions.replaceText(undone, "Other."));
    expect(transitions.redo(back).text).toBe("Other.");
  });

  test("clearing is undone, kept article and all, and redone", () => {
    const cleared = transitions.clear(transitions.setRemember(analyzed(), true));
    const back = transitions.undo(cleared);
    expect(back).toMatchObject({ text: TEXT, remember: true });
    expect(transitions.redo(back)).toMatchObject({ text: "", remember: false });
  });

  test("a blank page is nothing to go back to", () => {
    expect(transitions.canUndo(transitions.replaceText(INITIAL_STATE, TEXT))).toBe(false);
  });

  test("the neighbours of a quote end at the first and the last", () => {
    const state = analyzed();
    const at = (id: string) => transitions.setTarget(state, { kind: "quote", id });
    expect(transitions.neighbourQuote(state, 1)).toEqual({ kind: "quote", id: "q1" });
    expect(transitions.neighbourQuote(state, -1)).toEqual({ kind: "quote", id: "q3" });
    expect(transitions.neighbourQuote(at("q1"), 1)).toEqual({ kind: "quote", id: "q2" });
    expect(transitions.neighbourQuote(at("q1"), -1)).toBeNull();
    expect(transitions.neighbourQuote(at("q3"), 1)).toBeNull();
    expect(transitions.neighbourQuote(INITIAL_STATE, 1)).toBeNull();
  });

  test("kinds are hidden and shown without changing the earlier state", () => {
    const hidden = transitions.showKind(INITIAL_STATE, "place", false);
    expect(hidden.hiddenKinds.has("place")).toBe(true);
    expect(INITIAL_STATE.hiddenKinds.has("place")).toBe(false);
    expect(transitions.showKind(hidden, "place", true).hiddenKinds).toEqual(INITIAL_STATE.hiddenKinds);
  });
});
