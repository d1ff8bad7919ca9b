/** Keyboards of Apple's have their commands on ⌘. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The key that opens the palette, as it is printed. */
export const PALETTE_KEYS: readonly string[] = [isApple ? "⌘" : "Ctrl", "K"];
