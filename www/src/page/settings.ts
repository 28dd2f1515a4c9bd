const KEY = "whosaid-single-key-shortcuts";

/** Whether single-key shortcuts are on; they are unless the user turned them off on this device. */
export function readSingleKeyShortcuts(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Remembers the choice; the default leaves nothing in storage. */
export function writeSingleKeyShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Where storage is forbidden, the choice lasts as long as the page.
  }
}
