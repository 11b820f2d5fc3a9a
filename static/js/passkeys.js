// Passkeys: the browser asks for a finger, a face or a PIN, and the form takes its answer along.
"use strict";

// What is for those who can have passkeys, and what is for those who cannot.
for (const part of document.querySelectorAll("[data-passkeys]")) {
  part.hidden = (part.dataset.passkeys === "yes") !== ("PublicKeyCredential" in window);
}

for (const form of document.querySelectorAll("form[data-failed]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      form.elements.credential.value = JSON.stringify(await answer(await question(form)));
      form.submit();
    } catch {
      say(form.dataset.failed);
    }
  });
}

async function question(form) {
  const given = document.getElementById("passkey-question");
  if (given) return JSON.parse(given.textContent);
  const response = await fetch(form.action, { headers: { Accept: "application/json" } });
  return response.json();
}

// A new one is always enough by itself: it knows whose it is, and asks who is there.
function answer({ creation_options: create, request_options: get }) {
  if (get) return webauthnJSON.get(get);
  const enough = { residentKey: "required", requireResidentKey: true, userVerification: "required" };
  Object.assign(create.publicKey.authenticatorSelection, enough);
  return webauthnJSON.create(create);
}
