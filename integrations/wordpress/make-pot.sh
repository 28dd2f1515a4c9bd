#!/bin/sh
# Writes languages/whosaid.pot from the plug-in's PHP and scripts; needs gettext.
set -eu
cd "$(dirname "$0")/whosaid"
version=$(sed -n 's/^ \* Version: *//p' whosaid.php)
extract() {
    xgettext --from-code=UTF-8 --add-comments=translators: --sort-by-file --no-wrap --package-name=whosaid --package-version="$version" \
        --msgid-bugs-address=none --keyword=__ --keyword=esc_html__ "$@"
}
extract --language=PHP --output=languages/whosaid.pot ./*.php includes/*.php
extract --language=JavaScript --join-existing --output=languages/whosaid.pot sidebar/*.js
# A date would change the file each time.
sed -i -e '/^# /d' -e '/^#$/d' -e '/^"\(POT-Creation-Date\|Report-Msgid-Bugs-To\):/d' languages/whosaid.pot
