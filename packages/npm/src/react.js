"use client";
/** The element `<who-said>` as a React component; the element is registered in the browser only. */
import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from "react";

export const WhoSaid = forwardRef(function WhoSaid({ onReport, onError, labels, ...attributes }, ref) {
  const element = useRef(null);
  const listeners = useRef({});
  listeners.current = { onReport, onError };
  useImperativeHandle(ref, () => element.current);
  useEffect(() => {
    const widget = element.current;
    const onReport = (event) => listeners.current.onReport?.(event.detail);
    const onError = (event) => listeners.current.onError?.(event.detail);
    widget.addEventListener("whosaid-report", onReport);
    widget.addEventListener("whosaid-error", onError);
    import("./widget.js").catch((error) =>
      listeners.current.onError?.({ code: "engineUnavailable", message: String(error) }),
    );
    return () => {
      widget.removeEventListener("whosaid-report", onReport);
      widget.removeEventListener("whosaid-error", onError);
    };
  }, []);
  useEffect(() => {
    if (labels) element.current.labels = labels;
  }, [labels]);
  return createElement("who-said", { ...attributes, ref: element });
});
