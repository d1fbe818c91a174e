// The page of feeds: copies an address, or selects it where the browser lets no page copy.
(() => {
const state = document.querySelector(".state");
document.querySelector("main").onclick = async ({ target }) => {
  if (!target.matches(".copy button")) return;
  const code = target.parentElement.querySelector("code");
  let said = "copied";
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    said = "selected";
  }
  state.textContent = state.dataset[said].replace("*", () => code.textContent);
};
})();
