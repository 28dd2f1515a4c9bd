import type { EntityKind } from "../core/report.js";
import type { Words } from "../texts/page.js";
import type { Article } from "../ui/article.js";
import { make } from "../ui/elements.js";
import { get, NARROW } from "./dom.js";
import { type State, showKind } from "./state.js";
import type { Store } from "./store.js";

const QUOTE_PARTS = ["direct", "mixed", "indirect", "source", "cue"] as const;

/** The legend above the article, whose checkboxes show and hide kinds of highlights in article, lists and ruler. */
export function connectLegend(store: Store<State>, { texts }: Words): void {
  const legend = get("legend");
  const key = get<HTMLDetailsElement>("key");
  key.open = !matchMedia(NARROW).matches;
  let isEmpty = true;
  /** Only above the article: above the field it would move what is being written. */
  const show = () => {
    key.hidden = isEmpty || store.state.view !== "reading";
  };
  const title = make("legend", "visually-hidden", texts.legend.label);

  const makeSwitch = (kind: string, className: string, label: string) => {
    const element = make("label", "kind-switch");
    const box = make("input");
    box.type = "checkbox";
    box.value = kind;
    box.checked = !store.state.hiddenKinds.has(kind);
    element.append(box, make("span", className, label));
    return element;
  };

  let drawnKinds = "";

  const draw = (article: Article | null) => {
    const focused = legend.contains(document.activeElement)
      ? (document.activeElement as HTMLInputElement).value
      : null;
    const quotes = article?.report.quotes ?? [];
    const isPresent = {
      direct: quotes.some(({ kind }) => kind === "direct"),
      mixed: quotes.some(({ kind }) => kind === "mixed"),
      indirect: quotes.some(({ kind }) => kind === "indirect"),
      source: quotes.some(({ source }) => source),
      cue: quotes.some(({ cue }) => cue),
    };
    const parts = QUOTE_PARTS.filter((part) => isPresent[part]);
    const present = new Set(article?.report.entities.map(({ kind }) => kind));
    const kinds = (Object.keys(texts.kinds) as EntityKind[]).filter((kind) => present.has(kind));
    isEmpty = parts.length + kinds.length === 0;
    show();
    const wanted = [...parts, ...kinds].join();
    if (wanted === drawnKinds) return;
    drawnKinds = wanted;
    const partSwitches = parts.map((part) => {
      const className = part === "source" || part === "cue" ? part : `quote no-speaker ${part}`;
      return makeSwitch(part, className, texts.legend[part]);
    });
    const kindSwitches = kinds.map((kind) => makeSwitch(kind, `entity ${kind}`, texts.kinds[kind][1]));
    legend.replaceChildren(title, ...partSwitches, ...kindSwitches);
    if (focused) legend.querySelector<HTMLElement>(`[value="${focused}"]`)?.focus();
  };

  legend.addEventListener("change", (event) => {
    const { value, checked } = event.target as HTMLInputElement;
    store.update((state) => showKind(state, value, checked));
  });
  const hide = (kinds: ReadonlySet<string>) => {
    for (const id of ["reading", "ruler", "panel"]) get(id).dataset.hidden = [...kinds].join(" ");
  };
  store.watch(({ hiddenKinds }) => hiddenKinds, hide);
  hide(store.state.hiddenKinds);
  store.watch(({ article }) => article, draw);
  store.watch(({ view }) => view, show);
}
