import { AppError } from "./errors.js";

/** A module of one function with one SIMD instruction, which browsers that cannot run the core refuse. */
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
]);

/** Loads and compiles the core while it streams; a host that serves wasm with another content type is supported too. */
export async function compileCore(url: URL): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new AppError("engineUnavailable");
  }
  if (!response.ok)
    throw new AppError("engineNotFound", { status: String(response.status), path: url.pathname });
  try {
    return response.headers.get("content-type")?.startsWith("application/wasm")
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    // The connection ended before the file did.
    if (!(error instanceof WebAssembly.CompileError)) throw new AppError("engineUnavailable");
    throw new AppError(WebAssembly.validate(SIMD_PROBE) ? "engineDamaged" : "engineUnsupported");
  }
}
