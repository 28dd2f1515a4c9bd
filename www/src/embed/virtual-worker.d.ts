/** The worker as a function of its own, which the build makes from `core/worker.ts`. */
declare module "virtual:whosaid-worker" {
  const runWorker: () => void;
  export default runWorker;
}

/** The worker as a function of its own, which the build makes from `core/worker.ts`. */
declare module "virtual:whosaid-check-worker" {
  const runWorker: () => void;
  export default runWorker;
}

/** A style sheet as a short string; the build makes it. */
declare module "*.css?compact" {
  const styles: string;
  export default styles;
}
