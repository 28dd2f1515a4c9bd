import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Labels, WhoSaidElement } from "../../public/who-said.js";
import type {} from "../../public/who-said-react.js";

const GERMAN: Partial<Labels> = { title: "Wer sagt was", quote: "Zitat", quotes: "Zitate" };

const ARTICLES = [
  { title: "School garden wins a prize", text: "“We grew all of it ourselves,” said Jonas Vik, 12." },
  {
    title: "Second prize for the school choir",
    text: "“They sang like birds,” said the choirmaster, Anna Lind.",
  },
];

function App() {
  const widget = useRef<WhoSaidElement>(null);
  const [index, setIndex] = useState(0);
  const [count, setCount] = useState<number>();
  useEffect(() => {
    // The script may come after this, so the labels are set as a property.
    if (widget.current) widget.current.labels = GERMAN;
  }, []);
  const article = ARTICLES[index];
  return (
    <>
      {/* A key makes React replace the element; the widget follows its selector. */}
      <article key={index}>
        <h1>{article?.title}</h1>
        <p>{article?.text}</p>
      </article>
      <button type="button" id="next" onClick={() => setIndex((index + 1) % ARTICLES.length)}>
        Next article
      </button>
      <p id="count">{count === undefined ? "not analyzed yet" : `${count} quotes`}</p>
      <who-said
        ref={widget}
        for="article"
        onwhosaid-report={({ detail }) => setCount(detail.quotes.length)}
        onwhosaid-error={({ detail }) => console.warn(detail.code)}
      />
    </>
  );
}

const script = document.createElement("script");
script.src = "../../who-said.js";
document.head.append(script);
createRoot(document.getElementById("root") as HTMLElement).render(<App />);
