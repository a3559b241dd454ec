/* Enhancements of plain pages. Every form and link works without this file. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (type, handle, target = document) => target.addEventListener(type, handle);
  const fields = (form) =>
    [...form.elements].filter((f) => f.name && !/^(hidden|password|file|submit|button|fieldset)$/.test(f.type));
  let leaving = false;

  /* A submitted form is not sent twice; coming back with the back button frees it again. */
  const busy = (form, state) => {
    form.toggleAttribute("data-sent", state);
    for (const b of form.elements) if (b.type === "submit") state ? b.setAttribute("aria-busy", "true") : b.removeAttribute("aria-busy");
  };
  on("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("data-sent")) return event.preventDefault();
    leaving = true;
    keep(form);
    if (form.method !== "post") return;
    if (form.matches("[data-upload]")) send(event, form);
    setTimeout(() => busy(form, true));
  });
  on("pageshow", () => { leaving = false; all("form[data-sent]").forEach((form) => busy(form, false)); }, window);

  /* What was typed survives a crash or an expired session; success removes it (data-draft-done on the next page). */
  const draftKey = (form) => `draft:${form.dataset.draft}`;
  const keep = (form) => {
    if (!form.dataset.draft) return;
    const kept = fields(form).map((f) => [f.name, f.value, /radio|checkbox/.test(f.type) ? f.checked : null]);
    try { sessionStorage.setItem(draftKey(form), JSON.stringify(kept)); } catch {}
  };
  const restore = (form) => {
    const stored = sessionStorage.getItem(draftKey(form));
    if (!stored || form.querySelector("[aria-invalid]")) return;
    let changed = false;
    const seen = {};
    const inputs = fields(form);
    for (const [name, value, checked] of JSON.parse(stored)) {
      const plain = checked === null;
      const nth = plain ? (seen[name] = (seen[name] ?? -1) + 1) : 0;
      const field = inputs.filter((f) => f.name === name && (plain || f.value === value))[nth];
      if (!field || (plain ? field.value === value : field.checked === checked)) continue;
      plain ? (field.value = value) : (field.checked = checked);
      changed = true;
    }
    if (!changed) return;
    form.dataset.dirty = "";
    for (const note of all("[data-draft-note]", form)) note.hidden = false;
  };

  const begin = () => {
    leaving = false;
    for (const button of all("[data-copy],[data-near-me]")) button.hidden = false;
    for (const done of all("[data-draft-done]")) sessionStorage.removeItem(`draft:${done.dataset.draftDone}`);
    all("form[data-draft]").forEach(restore);
    document.querySelector("[data-focus]")?.focus();
  };
  begin();

  const timers = {};
  const later = (wait, name, act) => { clearTimeout(timers[name]); timers[name] = setTimeout(act, wait); };

  on("input", ({ target }) => {
    const form = target.form;
    if (!form) return;
    form.dataset.dirty = "";
    if (form.dataset.draft) later(400, "keep", () => keep(form));
    if (target.dataset.suggest && target.value.trim()) later(200, "suggest", () => suggest(target));
  });
  on("beforeunload", (event) => {
    if (!leaving && document.querySelector("form[data-guard][data-dirty]")) event.preventDefault();
  }, window);

  /* Suggestions: [{code,name}] or {items:[…]}, shown by the browser's own list. */
  const suggest = async (input) => {
    const typed = input.value;
    try {
      const answer = await fetch(input.dataset.suggest + encodeURIComponent(typed), { headers: { Accept: "application/json" } });
      if (!answer.ok || input.value !== typed) return;
      const body = await answer.json();
      input.list.replaceChildren(...(body.items ?? body).slice(0, 20).map((i) => new Option(i.name ?? i.label, i.code ?? i.value)));
    } catch {}
  };

  on("change", ({ target }) => {
    if (target.matches("[data-autosubmit]")) target.form?.requestSubmit();
    const max = Number(target.dataset.maxBytes);
    if (max) target.setCustomValidity([...target.files].some((f) => f.size > max) ? document.getElementById(`${target.id}-hint`).textContent : "");
  });

  on("click", (event) => {
    const near = event.target.closest("[data-near-me]");
    const copy = event.target.closest("[data-copy]");
    const ask = event.target.closest("[data-dialog]");
    if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
    if (ask) {
      event.preventDefault();
      document.getElementById(ask.dataset.dialog).showModal();
    }
    if (copy) navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.lastChild.textContent = copy.dataset.done; });
    if (near) locate(near);
  });
  const locate = (button) => {
    const fail = () => { button.textContent = button.dataset.nearMe; button.setAttribute("role", "status"); };
    if (!navigator.geolocation) return fail();
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      for (const key of ["latitude", "longitude"]) {
        const field = button.form.querySelector(`[data-${key}]`);
        field.value = coords[key].toFixed(4);
        field.disabled = false;
      }
      button.form.requestSubmit();
    }, fail, { maximumAge: 600000, timeout: 10000 });
  };

  /* Uploads show how far they are; the answer is then opened like any page. */
  const send = (event, form) => {
    const bar = form.querySelector("progress");
    if (!bar || !all("[type=file]", form).some((f) => f.files.length)) return;
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    const request = new XMLHttpRequest();
    bar.hidden = false;
    request.upload.onprogress = (p) => { bar.value = (p.loaded / p.total) * 100; };
    request.onload = () => {
      /* Sent on elsewhere: go there. Answered on the spot (a refusal, a check of the file): the answer is in hand. */
      const onTheSpot = request.status >= 400 || request.responseURL === form.action.split("#")[0];
      if (!onTheSpot) return location.assign(request.responseURL);
      document.body.replaceWith(new DOMParser().parseFromString(request.responseText, "text/html").body);
      scrollTo(0, 0);
      begin();
    };
    request.onerror = () => { busy(form, false); bar.hidden = true; form.submit(); };
    request.open("POST", form.action);
    request.send(data);
  };
})();
