import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Labels, Report, WhoSaidElement } from "../../public/who-said.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "who-said": React.DetailedHTMLProps<React.HTMLAttributes<WhoSaidElement>, WhoSaidElement> & {
        for?: string;
      };
    }
  }
}

const GERMAN: Partial<Labels> = { title: "Wer sagt was", quote: "Zitat", quotes: "Zitate" };

function App() {
  const widget = useRef<WhoSaidElement>(null);
  const [report, setReport] = useState<Report>();
  useEffect(() => {
    const element = widget.current;
    // The script may come after this, so the labels are set as a property.
    if (element) element.labels = GERMAN;
    const showReport = (event: CustomEvent<Report>) => setReport(event.detail);
    element?.addEventListener("whosaid-report", showReport);
    return () => element?.removeEventListener("whosaid-report", showReport);
  }, []);
  return (
    <>
      <article>
        <h1>School garden wins a prize</h1>
        <p>“We grew all of it ourselves,” said Jonas Vik, 12.</p>
      </article>
      <p id="count">{report ? `${report.quotes.length} quotes` : "not analyzed yet"}</p>
      <who-said ref={widget} for="article" />
    </>
  );
}

const script = document.createElement("script");
script.src = "../../who-said.js";
document.head.append(script);
createRoot(document.getElementById("root") as HTMLElement).render(<App />);
