// The words of the settings, in place of the widget's own; set before the widget's script has been loaded.
for (const widget of document.querySelectorAll("who-said")) {
  const { checked, checkedPart } = widget.dataset;
  if (checked || checkedPart)
    widget.labels = { ...(checked && { checked }), ...(checkedPart && { checkedPart }) };
}
