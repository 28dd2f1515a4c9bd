import { AppError } from "../core/errors.js";

/** Loads a module on demand. Rejects with an {@link AppError} where it cannot be loaded. */
export async function importOrFail<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch {
    throw new AppError("readerUnavailable");
  }
}
