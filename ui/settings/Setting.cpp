#include "ui/settings/Setting.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace atelier::ui {

Setting::Setting(const QString &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words.toCaseFolded())
{
}

void Setting::addWords(const QString &words)
{
    m_words += u' ' + words.toCaseFolded();
}

bool Setting::matches(const QStringList &words) const
{
    return std::all_of(words.begin(), words.end(),
        [this](const QString &word) { return m_words.contains(word.toCaseFolded()); });
}

void Setting::setFound(bool found)
{
    if (std::exchange(m_isFound, found) != found)
        update();
}

void Setting::takeFocus()
{
    const auto controls = findChildren<QWidget *>();
    const auto first = std::find_if(controls.begin(), controls.end(), [](const QWidget *control) {
        return control->isEnabled() && (control->focusPolicy() & Qt::TabFocus) != 0;
    });
    if (first != controls.end())
        (*first)->setFocus(Qt::TabFocusReason);
}

void Setting::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_isFound)
        return;
    QPainter painter(this);
    drawTint(painter, QRectF(rect()).adjusted(4, 4, -4, -4), controlRadius, colors().selected,
        colors().accentStroke);
}

} // namespace atelier::ui
