/** Makes an element with a class and text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** Makes a button that calls `act` when clicked. */
export function makeButton(className: string, text: string, act?: () => void): HTMLButtonElement {
  const button = make("button", className, text);
  button.type = "button";
  if (act) button.addEventListener("click", act);
  return button;
}
