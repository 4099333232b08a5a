#include "ui/graph/StateLegend.h"

#include "ui/graph/NodeLook.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr int legendHeight = 28;
constexpr int legendPadding = 12;
constexpr int legendSign = 14;
constexpr int signGap = 5;
constexpr int entryGap = 14;

} // namespace

StateLegend::StateLegend(GraphModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setAccessibleRole(*this, QAccessible::StaticText);
    connect(&model, &GraphModel::structureChanged, this, &StateLegend::countStates);
    connect(&model, &GraphModel::nodeChanged, this, &StateLegend::countStates);
    countStates();
}

void StateLegend::fit(int width)
{
    m_short = false;
    m_short = wantedWidth() > width;
    resize(wantedWidth(), scaled(legendHeight));
}

QString StateLegend::text() const
{
    QStringList parts;
    for (const Entry &entry : m_entries)
        parts.append(words(entry));
    return parts.join(u", "_s);
}

void StateLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    drawBox(painter, rect(), cardRadius, colors().raised, colors().strokeSubtle);
    painter.setFont(ui::font(TextStyle::Caption));
    const int side = scaled(legendSign);
    int x = scaled(legendPadding);
    for (const Entry &entry : m_entries) {
        paintState(painter, QRectF(x, (height() - side) / 2, side, side), entry.state);
        x += side + scaled(signGap);
        const int width = painter.fontMetrics().horizontalAdvance(shown(entry));
        painter.setPen(colors().text2);
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignVCenter | Qt::TextSingleLine, shown(entry));
        x += width + scaled(entryGap);
    }
}

void StateLegend::countStates()
{
    m_entries.clear();
    for (const int index : m_model.order()) {
        const StateLook &state = m_model.nodes()[index].state;
        if (state.text.isEmpty())
            continue;
        const auto known = std::find_if(m_entries.begin(), m_entries.end(),
            [&](const Entry &entry) { return entry.state.text == state.text; });
        if (known == m_entries.end())
            m_entries.append({state, 1});
        else
            ++known->count;
    }
    setAccessibleName(text());
    setToolTip(text());
    setVisible(!m_entries.isEmpty());
    update();
    Q_EMIT changed();
}

QString StateLegend::words(const Entry &entry) const
{
    return tr("%1 %2", "number of steps and their state")
        .arg(entry.count)
        .arg(locale().toLower(entry.state.text));
}

QString StateLegend::shown(const Entry &entry) const
{
    return m_short ? locale().toString(entry.count) : words(entry);
}

int StateLegend::wantedWidth() const
{
    const QFontMetrics metrics(ui::font(TextStyle::Caption));
    int width = 2 * scaled(legendPadding) - scaled(entryGap);
    for (const Entry &entry : m_entries)
        width += scaled(legendSign) + scaled(signGap) + metrics.horizontalAdvance(shown(entry))
            + scaled(entryGap);
    return width;
}

} // namespace atelier::ui
