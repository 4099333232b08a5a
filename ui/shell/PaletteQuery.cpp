#include "ui/shell/PaletteQuery.h"

namespace atelier::ui {

PaletteQuery::PaletteQuery(const QString &typed)
    : text(typed.trimmed())
{
    if (text.startsWith(u'>'))
        scope = Scope::Commands;
    else if (text.startsWith(u'#'))
        scope = Scope::Jobs;
    else if (text.startsWith(u'?'))
        scope = Scope::Help;
    if (scope != Scope::Everything)
        text = text.mid(1).trimmed();
}

int fitOf(const QString &text, const QString &typed)
{
    if (typed.isEmpty())
        return 1;
    const QString whole = text.toCaseFolded();
    const QString wanted = typed.toCaseFolded();
    const auto at = whole.indexOf(wanted);
    if (at == 0)
        return 4;
    if (at > 0)
        return whole[at - 1].isLetterOrNumber() ? 2 : 3;
    qsizetype place = -1;
    for (const QChar letter : wanted)
        if (!letter.isSpace() && (place = whole.indexOf(letter, place + 1)) < 0)
            return 0;
    return 1;
}

} // namespace atelier::ui
