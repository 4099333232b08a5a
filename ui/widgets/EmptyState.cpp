#include "ui/widgets/EmptyState.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/CardButton.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyArt.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/WrapLabel.h"

namespace atelier::ui {

namespace {

constexpr int widestText = 520;
constexpr int wayWidth = 248;

} // namespace

EmptyState::EmptyState(QStringView icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_art(new EmptyArt(icon))
    , m_actions(makeRow(nullptr, 8, {0, 14, 0, 0}))
    , m_ways(makeRow(nullptr, 12, {0, 28, 0, 0}))
{
    QVBoxLayout *column = makeColumn(this, 6, {24, 24, 24, 24});
    column->addStretch(2);
    column->addWidget(m_art, 0, Qt::AlignHCenter);
    auto *head = new ElidedLabel(title, TextStyle::Subtitle);
    head->setElideMode(Qt::ElideMiddle);
    column->addWidget(head, 0, Qt::AlignHCenter);
    auto *sentence = new WrapLabel(text, TextStyle::Body, &Colors::text2, widestText);
    sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(sentence, 0, Qt::AlignHCenter);
    column->addLayout(m_actions);
    column->addLayout(m_ways);
    column->addStretch(3);
    for (QBoxLayout *row : {m_actions, m_ways}) {
        row->addStretch(1);
        row->addStretch(1);
    }
}

QSize EmptyState::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), heightOfWords()};
}

int EmptyState::heightOfWords() const
{
    const int art = m_art->isHidden() ? 0 : m_art->minimumHeight() + layout()->spacing();
    return layout()->totalHeightForWidth(width()) - art;
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_art->setVisible(height() >= heightOfWords() + m_art->minimumHeight() + layout()->spacing());
}

void EmptyState::addAction(Button *action)
{
    m_actions->insertWidget(m_actions->count() - 1, action);
}

void EmptyState::addWay(QStringView icon, const QString &title, const QString &text)
{
    auto *card = new CardButton(title);
    card->setAccessibleDescription(text);
    followTextSize(*card, [card] { card->setFixedWidth(scaled(wayWidth)); });
    QVBoxLayout *column = makeColumn(card, 6, {16, 14, 16, 14});
    QHBoxLayout *head = makeRow(nullptr, 8);
    head->addWidget(new IconLabel(icon, &Colors::accentText, 20));
    head->addWidget(new TextLabel(title, TextStyle::BodyStrong), 1);
    column->addLayout(head);
    column->addWidget(new WrapLabel(text, TextStyle::Caption, &Colors::text2));
    column->addStretch(1);
    const int index = m_wayCount++;
    connect(card, &CardButton::clicked, this, [this, index] { Q_EMIT wayChosen(index); });
    m_ways->insertWidget(m_ways->count() - 1, card);
}

} // namespace atelier::ui
