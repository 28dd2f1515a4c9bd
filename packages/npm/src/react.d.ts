import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { Labels, ReportDetail, WhoSaidAttributes, WhoSaidElement, WhoSaidError } from "./widget.js";

export interface WhoSaidProps
  extends WhoSaidAttributes,
    Omit<HTMLAttributes<WhoSaidElement>, "lang" | "onError"> {
  /** Called when an article has been analyzed, and something in its report is new. */
  onReport?: (detail: ReportDetail) => void;
  /** Called when an article could not be analyzed. */
  onError?: (error: WhoSaidError) => void;
  /** Words of the list that replace its own. */
  labels?: Partial<Labels>;
}

/** The element `<who-said>`. */
export const WhoSaid: ForwardRefExoticComponent<WhoSaidProps & RefAttributes<WhoSaidElement>>;
