#include "ui/settings/ThemeChoice.h"

#include "ui/settings/ThemeCard.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace atelier::ui {

namespace {

constexpr int gap = 12;

} // namespace

ThemeChoice::ThemeChoice(QWidget *parent)
    : Setting(tr("Theme"), parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Theme"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    addCard(Scheme::System, tr("Like the system"));
    addCard(Scheme::Light, tr("Light"));
    addCard(Scheme::Dark, tr("Dark"));
    addCard(Scheme::HighContrast, tr("High contrast"));
    addCard(Scheme::HighContrastLight, tr("High contrast, light"));
    place(static_cast<int>(m_cards.size()));
}

void ThemeChoice::addCard(Scheme scheme, const QString &name)
{
    auto *card = new ThemeCard(scheme, name, this);
    card->setObjectName(QStringLiteral("theme_") + schemeNames().at(static_cast<int>(scheme)));
    connect(card, &ThemeCard::clicked, this, [this, scheme] { Q_EMIT chosen(scheme); });
    addWords(name);
    m_cards << card;
}

void ThemeChoice::setCurrent(Scheme scheme)
{
    ThemeCard *current = m_cards.at(static_cast<int>(scheme));
    current->setChecked(true);
    // Tab comes to the one that holds; Qt sees to that only once one of them has had the focus.
    for (ThemeCard *card : std::as_const(m_cards))
        card->setFocusPolicy(card == current ? Qt::StrongFocus : Qt::ClickFocus);
}

QSize ThemeChoice::minimumSizeHint() const
{
    // As narrow as a pair, however many stand side by side now.
    int widest = 0;
    for (const ThemeCard *card : m_cards)
        widest = std::max(widest, card->minimumSizeHint().width());
    return {2 * widest + gap, m_grid->minimumSize().height()};
}

void ThemeChoice::resizeEvent(QResizeEvent *event)
{
    Setting::resizeEvent(event);
    int widest = 0;
    for (const ThemeCard *card : std::as_const(m_cards))
        widest = std::max(widest, card->minimumSizeHint().width());
    const int all = static_cast<int>(m_cards.size());
    const int fitting = (event->size().width() + gap) / (widest + gap);
    // Two rows rather than one that leaves a card alone.
    place(fitting >= all ? all : std::clamp(fitting, 2, (all + 1) / 2));
}

void ThemeChoice::place(int columns)
{
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (ThemeCard *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
}

} // namespace atelier::ui
