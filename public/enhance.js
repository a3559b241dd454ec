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
    if (form.matches("[data-offline]") && !navigator.onLine) {
      event.preventDefault();
      return hold(form);
    }
    if (form.method !== "post") return;
    if (form.matches("[data-upload]")) send(event, form);
    setTimeout(() => busy(form, true));
  });
  on("pageshow", () => { leaving = false; all("form[data-sent]").forEach((form) => busy(form, false)); }, window);

  /* What was typed survives a crash or an expired session; success removes it (data-draft-done on the next page). */
  const draftKey = (form) => `draft:${form.dataset.draft}`;
  /* A form with data-offline keeps its draft on the device until it was sent; others for the length of the visit. */
  const boxOf = (form) => (form.hasAttribute("data-offline") ? localStorage : sessionStorage);
  const keep = (form) => {
    if (!form.dataset.draft) return;
    const kept = fields(form).map((f) => [f.name, f.value, /radio|checkbox/.test(f.type) ? f.checked : null]);
    const box = boxOf(form);
    try { box.setItem(draftKey(form), JSON.stringify(box === localStorage ? { ...held(draftKey(form)), fields: kept, ...of(form) } : kept)); } catch {}
  };
  const restore = (form) => {
    const draft = form.hasAttribute("data-offline") ? held(draftKey(form)) : null;
    const stored = draft ? draft.fields && JSON.stringify(draft.fields) : sessionStorage.getItem(draftKey(form));
    if (draft?.file) putFile(form, draft.file);
    if (draft?.fields && draft.version !== of(form).version) for (const note of all("[data-draft-other]", form)) note.hidden = false;
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

  /* Without a network: what was filled in waits on the device and is sent when one is back, photo included. */
  const MOST = 2_500_000;
  const held = (key) => { try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; } };
  const of = (form) => ({ action: form.action, version: form.elements.version?.value ?? "" });
  const hold = async (form) => {
    leaving = false;
    const key = draftKey(form);
    const [file] = all("[type=file]", form).flatMap((input) => [...input.files]);
    const kept = file ? await small(file) : null;
    const tell = (name) => all(`[data-offline-note=${name}]`, form).forEach((note) => { note.hidden = false; });
    try { localStorage.setItem(key, JSON.stringify({ ...held(key), file: kept, send: true })); }
    catch { localStorage.setItem(key, JSON.stringify({ ...held(key), file: null, send: true })); }
    tell("kept");
    if (file && !held(key).file) tell("nofile");
  };
  /* A photo as a JPEG of at most 1,600 pixels, which also leaves its place behind; other files as they are, if they fit. */
  const small = async (file) => {
    try {
      let blob = file;
      if (file.type.startsWith("image/")) {
        const image = await createImageBitmap(file);
        const scale = Math.min(1, 1600 / Math.max(image.width, image.height));
        const canvas = Object.assign(document.createElement("canvas"), { width: image.width * scale, height: image.height * scale });
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
      }
      const data = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(blob);
      });
      return data.length > MOST ? null : { name: file.name.replace(/\.\w+$/, blob === file ? "$&" : ".jpg"), data };
    } catch { return null; }
  };
  const fileOf = ({ name, data }) => {
    const [head, body] = data.split(",");
    return new File([Uint8Array.from(atob(body), (c) => c.charCodeAt(0))], name, { type: /:(.*?);/.exec(head)?.[1] });
  };
  const putFile = (form, file) => {
    const input = form.querySelector("[type=file]");
    const carried = new DataTransfer();
    carried.items.add(fileOf(file));
    if (input && !input.files.length) input.files = carried.files;
  };
  const bodyOf = ({ fields, version, file }) => {
    const body = new FormData();
    for (const [name, value, checked] of fields) if (checked !== false) body.append(name, value);
    body.append("version", version);
    if (file) body.append("file", fileOf(file));
    return body;
  };
  let sending = false;
  const sendLater = async () => {
    if (sending || !navigator.onLine) return;
    sending = true;
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith("draft:"))) {
      const draft = held(key);
      if (!draft.send) continue;
      try {
        const answer = await fetch(draft.action, { method: "POST", body: bodyOf(draft) });
        if (answer.redirected && new URL(answer.url).searchParams.has("sent")) {
          localStorage.removeItem(key);
          if (answer.url.split("?")[0] === location.href.split("?")[0]) location.assign(answer.url);
          all("[data-offline-note=sent]").forEach((note) => { note.hidden = false; });
        } else if (!answer.url.includes("/login")) {
          /* Refused, often because the same was sent from elsewhere meanwhile: both stand on its page. */
          localStorage.setItem(key, JSON.stringify({ ...draft, send: false }));
        }
      } catch { break; }
    }
    sending = false;
    all("[data-draft-list]").forEach(listDrafts);
  };
  on("online", sendLater, window);
  /* What lies on this device unsent: on its own page where the form is gone, and as links on the list. */
  const showLeft = (place) => {
    const key = `draft:${place.dataset.draftLeft}`;
    const text = held(key).fields?.find(([name]) => name === place.dataset.draftField)?.[1];
    if (!text) return;
    place.querySelector("[data-draft-text]").textContent = text;
    place.querySelector("[data-draft-drop]").onclick = () => { localStorage.removeItem(key); place.hidden = true; };
    place.hidden = false;
  };
  const listDrafts = (place) => {
    const prefix = `draft:${place.dataset.draftList}`;
    const found = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    place.querySelector("ul").replaceChildren(...found.map((key) => {
      const link = Object.assign(document.createElement("a"), { href: held(key).action, textContent: key.slice(-10) });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    place.hidden = found.length === 0;
  };

  const begin = () => {
    leaving = false;
    for (const button of all("[data-copy],[data-near-me]")) button.hidden = false;
    for (const { dataset } of all("[data-draft-done]")) for (const box of [sessionStorage, localStorage]) box.removeItem(`draft:${dataset.draftDone}`);
    all("form[data-draft]").forEach(restore);
    all("[data-draft-left]").forEach(showLeft);
    sendLater();
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
    request.onerror = () => {
      busy(form, false);
      bar.hidden = true;
      form.matches("[data-offline]") ? hold(form) : form.submit();
    };
    request.open("POST", form.action);
    request.send(data);
  };
})();
