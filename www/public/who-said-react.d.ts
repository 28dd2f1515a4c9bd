/** Types of `<who-said>` in JSX with React; import this file once: `import type {} from "./who-said-react.js"`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ReportDetail, WhoSaidAttributes, WhoSaidElement, WhoSaidError } from "./who-said.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "who-said": DetailedHTMLProps<Omit<HTMLAttributes<WhoSaidElement>, "lang">, WhoSaidElement> &
        WhoSaidAttributes & {
          "onwhosaid-report"?: (event: CustomEvent<ReportDetail>) => void;
          "onwhosaid-error"?: (event: CustomEvent<WhoSaidError>) => void;
        };
    }
  }
}
