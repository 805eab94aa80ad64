// Elements made from data: text is always a text node, so nothing from a log becomes markup.
"use strict";

const ExploreDOM = (() => {
  const svgSpace = "http://www.w3.org/2000/svg";

  /** @typedef {Node | string | null | undefined | false} Child */

  const fill = (/** @type {Element} */ element, /** @type {Record<string, string | number | boolean | null | undefined>} */ attributes, /** @type {Child[]} */ children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
    }
    for (const child of children) if (child) element.append(child);
  };

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
   * @param {Child[]} children
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    fill(element, attributes, children);
    return element;
  };

  /**
   * @template {keyof SVGElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
   * @param {Child[]} children
   * @returns {SVGElementTagNameMap[Tag]}
   */
  const draw = (tag, attributes = {}, ...children) => {
    const element = document.createElementNS(svgSpace, tag);
    fill(element, attributes, children);
    return element;
  };

  /** A button that says and does one thing. */
  const button = (/** @type {string} */ label, /** @type {() => void} */ act, /** @type {Record<string, string>} */ attributes = {}) => {
    const made = make("button", { type: "button", ...attributes }, label);
    made.addEventListener("click", act);
    return made;
  };

  /** A link to a state of the explorer. */
  const link = (/** @type {ExplorerState} */ state, /** @type {Record<string, string | number | boolean | null>} */ attributes, /** @type {Child[]} */ ...children) =>
    make("a", { href: "#" + ExploreQuery.print(state), ...attributes }, ...children);

  return { make, draw, button, link };
})();
