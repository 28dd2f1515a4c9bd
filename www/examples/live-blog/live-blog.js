const POSTS = [
  ["18:20", "Ferry company spokeswoman Anna Lind said that all crossings had been cancelled."],
  ["18:41", "“Stay at home if you can,” Mayor Clara Boyle told the radio."],
];

document.getElementById("next").addEventListener("click", () => {
  const [time, text] = POSTS.shift() ?? ["19:00", "It is still raining."];
  const post = document.createElement("article");
  const heading = document.createElement("h2");
  heading.textContent = time;
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  post.append(heading, paragraph);
  document.getElementById("posts").prepend(post);
});
