#include "ui/widgets/ErrorState.h"

#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

namespace atelier::ui {

namespace {

constexpr int tileSide = 44;
constexpr int widestText = 520;

} // namespace

ErrorState::ErrorState(const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_actions(makeRow(nullptr, 8, {0, 14, 0, 0}))
{
    setAccessibleRole(*this, QAccessible::AlertMessage);
    setAccessibleName(title + QLatin1Char('\n') + sentence);
    QVBoxLayout *column = makeColumn(this, 6, {24, 24, 24, 24});
    column->addStretch(2);
    column->addWidget(new IconTile(u"error_circle", Tone::Danger, tileSide), 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(new TextLabel(title, TextStyle::Subtitle), 0, Qt::AlignHCenter);
    auto *text = new WrapLabel(sentence, TextStyle::Body, &Colors::text2, widestText);
    text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addLayout(m_actions);
    column->addStretch(3);
    m_actions->addStretch(1);
    m_actions->addStretch(1);
}

void ErrorState::addAction(Button *action)
{
    m_actions->insertWidget(m_actions->count() - 1, action);
}

} // namespace atelier::ui
