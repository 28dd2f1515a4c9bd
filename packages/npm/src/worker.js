import { serve } from "./worker-server.js";

const receive = serve((message) => self.postMessage(message));
self.onmessage = ({ data }) => receive(data);
