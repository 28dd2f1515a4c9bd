/** The sidebar of the block editor: connects the draft with `<who-said-editor>`, and stores what was checked with the post. */
(({ blocks, components, data, element, i18n, plugins, richText, editPost, editor: postEditor }) => {
  const { createElement: h, useEffect, useRef, useState } = element;
  const { __ } = i18n;
  const { PluginSidebar, PluginSidebarMoreMenuItem } = postEditor?.PluginSidebar ? postEditor : editPost;
  const { createReader, locate, offsetOf } = window.whosaidDraft;
  const review = window.whosaidReview;
  const words = window.whosaidWords;
  const { script, language } = window.whosaidSidebar;

  const NAME = "whosaid";
  const TAG = "who-said-editor";
  const CHANGE = "who-said-change";
  const REPORT = "_whosaid_report";
  const HIDDEN = "_whosaid_hidden";
  const DISMISSED = "_whosaid_dismissed";

  /** As many dismissed findings are stored with a post. */
  const MOST_DISMISSED = 1000;

  /** How long nobody has written before the text is read, in milliseconds. */
  const PAUSE = 250;

  /** How long the element's script may take to load, in milliseconds. */
  const LONGEST_LOADING = 30_000;

  const post = () => data.select("core/editor");
  const meta = () => post().getEditedPostAttribute("meta") ?? {};
  // Undoing goes through the words of the draft; the sidebar undoes corrections itself.
  const setMeta = (changes) => data.dispatch("core/editor").editPost({ meta: changes }, { undoIgnore: true });

  /** Loads the script of the element once; a failure is forgotten, so that the next one tries again. */
  let loading;
  function loadScript() {
    loading ??= new Promise((resolve, reject) => {
      const tag = Object.assign(document.createElement("script"), { src: script, onerror: reject });
      document.head.append(tag);
      // The script loads others, whose failures it does not tell.
      setTimeout(reject, LONGEST_LOADING);
      customElements.whenDefined(TAG).then(resolve);
    }).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  /** How the editor reads an attribute: in some blocks, such as verses, blanks and line ends count. */
  const optionsOf = (definition) => ({
    preserveWhiteSpace: Boolean(definition?.__unstablePreserveWhiteSpace),
  });
  const attributesOf = (name) => blocks.getBlockType(name)?.attributes ?? {};
  const plainText = (value, definition) =>
    typeof value === "string" ? richText.create({ html: value, ...optionsOf(definition) }).text : value.text;
  const readDraft = createReader(plainText, attributesOf);

  /** The element, which is kept while another sidebar is open, with the corrections that can be undone. */
  let kept;

  /** Makes the element, and keeps its text that of the draft and the post's report that of the element. */
  function connect() {
    const widget = document.createElement(TAG);
    widget.lang = language.replace("_", "-");
    widget.setAttribute("theme", "light");
    const blockEditor = () => data.select("core/block-editor");
    let draft = { text: "", parts: [] };
    let readBlocks;
    let caret;
    let pause;

    function read() {
      const present = blockEditor().getBlocks();
      if (present === readBlocks) return;
      readBlocks = present;
      draft = readDraft(present);
      widget.text = draft.text;
    }

    function markCaret() {
      const start = blockEditor().getSelectionStart();
      if (start === caret) return;
      caret = start;
      const { clientId, attributeKey, offset } = start;
      widget.select(
        offset === undefined ? null : offsetOf(draft, { clientId, attribute: attributeKey, offset }),
      );
    }

    function follow() {
      if (blockEditor().getBlocks() === readBlocks) return markCaret();
      clearTimeout(pause);
      pause = setTimeout(() => {
        read();
        markCaret();
      }, PAUSE);
    }

    widget.addEventListener("who-said-show", ({ detail: { quote, ranges, end } }) => {
      read();
      const place = ranges[0] && locate(draft, ranges[0]);
      if (!place) return;
      // Of all that somebody says, the first words are shown.
      const isOne = quote !== null || ranges.length === 1;
      const last = isOne && locate(draft, { start: end - 1, end });
      if (!last || !showBlocks(place.clientId, last.clientId)) show(place);
    });

    widget.addEventListener("who-said-fix", ({ detail }) => {
      const { text } = widget;
      read();
      const place = locate(draft, detail);
      const isWhole = place && place.end - place.start === detail.end - detail.start;
      // Places count in the text that the sidebar has had.
      if (isWhole && draft.text === text) replace(place, detail.replacement);
    });

    widget.addEventListener(CHANGE, ({ detail }) => {
      const dismissed = detail.dismissedFindings.slice(-MOST_DISMISSED);
      if (JSON.stringify(dismissed) !== JSON.stringify(meta()[DISMISSED] ?? [])) {
        setMeta({ [DISMISSED]: dismissed });
      }
      if (detail.reason === "dismissed") return;
      const stored = meta()[REPORT] ?? "";
      const next = review.next(detail.reviewedReport, review.read(stored), detail.reason);
      if (next !== stored) setMeta({ [REPORT]: next });
    });

    widget.reviewedReport = review.read(meta()[REPORT]);
    widget.dismissedFindings = meta()[DISMISSED] ?? [];
    read();
    return {
      widget,
      start() {
        read();
        return data.subscribe(follow);
      },
    };
  }

  /** Selects words in a block, also those that are the editor's selection but no longer have the focus. */
  async function show({ clientId, attribute, start, end }) {
    const { clearSelectedBlock, selectionChange } = data.dispatch("core/block-editor");
    const { getSelectionStart, getSelectionEnd } = data.select("core/block-editor");
    const isAt = (place, offset) => place.clientId === clientId && place.offset === offset;
    if (isAt(getSelectionStart(), start) && isAt(getSelectionEnd(), end)) {
      clearSelectedBlock();
      await new Promise((drawn) => setTimeout(drawn));
    }
    selectionChange(clientId, attribute, start, end);
    scrollTo(clientId);
  }

  /** Selects all blocks from one to another, or those that contain them; returns whether the editor can. */
  function showBlocks(first, last) {
    const { getBlockParents } = data.select("core/block-editor");
    const [path, other] = [first, last].map((id) => [...getBlockParents(id), id]);
    const level = path.findIndex((id, index) => id !== other[index]);
    if (level < 0 || !other[level]) return false;
    data.dispatch("core/block-editor").multiSelect(path[level], other[level]);
    scrollTo(first);
    return true;
  }

  /** Replaces words in a block; undo takes back nothing else. */
  function replace({ clientId, attribute, start, end }, replacement) {
    const { getBlockName, getBlockAttributes } = data.select("core/block-editor");
    const { updateBlockAttributes, __unstableMarkLastChangeAsPersistent: endStep } =
      data.dispatch("core/block-editor");
    const options = optionsOf(attributesOf(getBlockName(clientId))[attribute]);
    const before = getBlockAttributes(clientId)[attribute];
    const after = words.replace(richText, before, { start, end }, replacement, options);
    if (after === null) return;
    endStep?.();
    updateBlockAttributes(clientId, { [attribute]: after });
    endStep?.();
    scrollTo(clientId);
  }

  function scrollTo(clientId) {
    const frame = document.querySelector('iframe[name="editor-canvas"]');
    const page = frame?.contentDocument ?? document;
    page.querySelector(`[data-block="${clientId}"]`)?.scrollIntoView({ block: "center" });
  }

  /** The place of the element in the sidebar. */
  function Editor() {
    const place = useRef();
    const [attempt, setAttempt] = useState(0);
    const [hasFailed, setFailed] = useState(false);
    // Another attempt connects again.
    useEffect(() => {
      let isOpen = true;
      let stop;
      setFailed(false);
      loadScript().then(
        () => {
          if (!isOpen) return;
          kept ??= connect();
          place.current.append(kept.widget);
          stop = kept.start();
        },
        () => isOpen && setFailed(true),
      );
      return () => {
        isOpen = false;
        stop?.();
        kept?.widget.remove();
      };
    }, [attempt]);
    return h(
      element.Fragment,
      null,
      hasFailed &&
        h(
          components.Notice,
          {
            status: "error",
            isDismissible: false,
            actions: [{ label: __("Try again", "whosaid"), onClick: () => setAttempt(attempt + 1) }],
          },
          __("The sidebar’s script could not be loaded. Your draft is not affected.", "whosaid"),
        ),
      h("div", { ref: place, className: "whosaid-editor" }),
    );
  }

  /** What readers will see, and the two choices about it. */
  function Readers() {
    const stored = data.useSelect((select) => select("core/editor").getEditedPostAttribute("meta"), []);
    const file = review.read(stored?.[REPORT]);
    const [isRead, setRead] = useState(Boolean(kept?.widget.reviewedReport));
    useEffect(() => {
      const update = ({ detail }) => setRead(detail.reviewedReport !== null);
      document.addEventListener(CHANGE, update);
      return () => document.removeEventListener(CHANGE, update);
    }, []);
    const isHidden = Boolean(stored?.[HIDDEN]);
    const extent = file?.review.extent ?? "none";
    const now = {
      all: __("Readers are shown the list as checked.", "whosaid"),
      some: __("Readers are shown the list as partly checked.", "whosaid"),
      none: __("Readers are shown nothing, since nothing has been checked yet.", "whosaid"),
    };
    return h(
      components.PanelBody,
      { title: __("For readers", "whosaid") },
      h(components.CheckboxControl, {
        label: __("All quotes and speakers are checked", "whosaid"),
        help: __("It is unchecked when a quote or a speaker changes.", "whosaid"),
        checked: extent === "all",
        disabled: !isRead && extent !== "all",
        onChange: (isAll) =>
          setMeta({ [REPORT]: review.mark(kept?.widget.reviewedReport ?? file, isAll, new Date()) }),
      }),
      h(components.ToggleControl, {
        label: __("Show to the readers of this post", "whosaid"),
        checked: !isHidden,
        onChange: (isShown) => setMeta({ [HIDDEN]: !isShown }),
      }),
      h(
        "p",
        { className: "whosaid-now" },
        isHidden ? __("Readers are shown nothing.", "whosaid") : now[extent],
      ),
    );
  }

  function Sidebar() {
    const title = __("Who said what", "whosaid");
    return h(
      element.Fragment,
      null,
      h(PluginSidebarMoreMenuItem, { target: NAME, icon: "format-quote" }, title),
      h(PluginSidebar, { name: NAME, title, icon: "format-quote" }, h(Editor), h(Readers)),
    );
  }

  plugins.registerPlugin(NAME, { render: Sidebar, icon: "format-quote" });
})(window.wp);
