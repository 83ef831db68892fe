/** The home page's questions go to the directory in the fragment of its address, which is never sent. */
addEventListener("submit", (event) => {
  const questions = event.target;
  if (!questions.matches(".accueil-questions")) return;
  event.preventDefault();
  const [lieu, texte] = [...questions.querySelectorAll("input")].map((field) => field.value.trim());
  const asked = Object.entries({ lieu, texte }).filter(([, words]) => words);
  location.assign(`${questions.action}#${new URLSearchParams(asked)}`);
});
