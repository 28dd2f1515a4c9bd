/** The core's bytes, for bundlers that cannot take files: `await init(core)`. A third larger than the file. */
declare const core: Uint8Array<ArrayBuffer>;
export default core;
