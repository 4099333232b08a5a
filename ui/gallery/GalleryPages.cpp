#include "ui/gallery/GalleryPages.h"

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

QList<Page> pages()
{
    return {
        {u"buttons"_s, u"keyboard"_s, makeButtonsPage},
        {u"fields"_s, u"text_font_size"_s, makeFieldsPage},
        {u"states"_s, u"tag"_s, makeStatesPage},
        {u"progress"_s, u"data_line"_s, makeProgressPage},
        {u"cards"_s, u"document"_s, makeCardsPage},
        {u"messages"_s, u"alert"_s, makeMessagesPage},
        {u"table"_s, u"table"_s, makeTablePage},
        {u"empty"_s, u"cube"_s, makeEmptyPage},
        {u"dialog"_s, u"open"_s, makeDialogPage},
        {u"type"_s, u"color"_s, makeTypePage},
    };
}

} // namespace atelier::ui::gallery
