/** Types of the `<who-said>` element and its events. */

export interface TextRange {
  start: number;
  end: number;
}

export interface Entity {
  id: string;
  kind: string;
  name: string;
  named: boolean;
  roles: string[];
  mentions: (TextRange & { form: "name" | "nominal" | "pronoun" })[];
  confidence: number;
}

export interface Quote {
  id: string;
  kind: "direct" | "mixed" | "indirect";
  content: TextRange[];
  cue: (TextRange & { lemma: string; stance: string; negated: boolean }) | null;
  source: (TextRange & { name?: TextRange }) | null;
  speaker: string | null;
  confidence: number;
  speaker_confidence: number | null;
  within: string | null;
  basis: string;
}

export interface Report {
  version: string;
  language: string;
  entities: Entity[];
  quotes: Quote[];
}

/** Every word that the widget shows. */
export interface Labels {
  title: string;
  read: string;
  reading: string;
  nobody: string;
  noQuotes: string;
  unsure: string;
  quote: string;
  quotes: string;
  basis: Record<string, string>;
}

export interface WhoSaidElement extends HTMLElement {
  /** The report on the article, once there is one. */
  readonly report: Report | undefined;
  get labels(): Labels;
  set labels(labels: Partial<Labels>);
  /** Reads the article as it is now and highlights it. */
  analyze(): Promise<void>;
  /** Takes every highlight away. */
  clear(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "who-said": WhoSaidElement;
  }
  interface HTMLElementEventMap {
    "whosaid-report": CustomEvent<Report>;
    "whosaid-error": CustomEvent<Error>;
  }
}
