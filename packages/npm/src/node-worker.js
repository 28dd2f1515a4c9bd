import { parentPort } from "node:worker_threads";
import { serve } from "./worker-server.js";

parentPort?.on(
  "message",
  serve((message) => parentPort.postMessage(message)),
);
