#include "ui/widgets/table/BulkBar.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TextSize.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int start = 14;
constexpr int gap = 6;
constexpr int countGap = 10;

} // namespace

BulkBar::BulkBar(QWidget *parent)
    : QWidget(parent)
    , m_count(new TextLabel({}, TextStyle::BodyStrong, &Colors::accentText, this))
    , m_clear(new Button(tr("Clear"), ButtonKind::Ghost, u"dismiss", ControlSize::Small, this))
    , m_place(makeRow(nullptr, gap))
{
    setObjectName(QStringLiteral("bulkBar"));
    setAccessibleName(tr("Selected rows"));
    followTextSize(*this, [this] { setFixedHeight(scaled(32)); });
    m_clear->setObjectName(QStringLiteral("bulkClear"));
    auto *row = makeRow(this, gap, {start, 0, gap, 0});
    row->addWidget(m_count);
    row->addSpacing(countGap);
    row->addLayout(m_place);
    row->addStretch();
    row->addWidget(m_clear);
    connect(m_clear, &Button::clicked, this, &BulkBar::clearRequested);
}

/// Buttons stay: one of them may be pressed, or have the focus, while rows change.
void BulkBar::showActions(int selected, QList<RowAction> actions)
{
    actions.removeIf([](const RowAction &action) { return !action.isOnRow; });
    m_actions = std::move(actions);
    m_count->setText(tr("%n selected", nullptr, selected));
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        Button &button = *buttonOf(i);
        button.setText(m_actions[i].name);
        button.setIconName(m_actions[i].icon);
        button.setEnabled(m_actions[i].whyNot.isEmpty());
        button.setToolTip(m_actions[i].whyNot);
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setVisible(i < m_actions.size());
    fit();
}

void BulkBar::fit()
{
    int named = start + m_count->sizeHint().width() + countGap + m_clear->namedSizeHint().width() + 4 * gap;
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        named += m_buttons[i]->namedSizeHint().width() + gap;
    for (Button *button : std::as_const(m_buttons))
        button->setIconOnly(named > width());
}

QSize BulkBar::minimumSizeHint() const
{
    return {0, height()};
}

void BulkBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

Button *BulkBar::buttonOf(qsizetype action)
{
    if (action == m_buttons.size()) {
        m_buttons << new Button({}, ButtonKind::Ghost, {}, ControlSize::Small, this);
        m_place->addWidget(m_buttons.last());
        connect(m_buttons.last(), &Button::clicked, this, [this, action] { runAction(m_actions[action]); });
    }
    return m_buttons[action];
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, rect(), controlRadius, colors().selected, colors().accentStroke);
}

} // namespace atelier::ui
