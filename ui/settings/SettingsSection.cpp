#include "ui/settings/SettingsSection.h"

#include "ui/settings/Setting.h"
#include "ui/settings/SettingsCard.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/WrapLabel.h"

namespace atelier::ui {

namespace {

constexpr int widestBody = 640;
constexpr int asideWidth = 288;
constexpr int gap = 24;
constexpr int narrowestPair = 860; // body and aside beside each other, with the page's gutters

} // namespace

SettingsSection::SettingsSection(
    const QString &title, const QString &subtitle, QStringView icon, QWidget *parent)
    : ScrollPage(parent)
    , m_title(title)
    , m_icon(icon.toString())
{
    setAccessibleName(title);
    column()->setContentsMargins(startEnd({32, 20, 24, 24}));
    column()->addWidget(new TextLabel(title, TextStyle::Title, &Colors::text, widget()));
    column()->addWidget(new WrapLabel(subtitle, TextStyle::Body, &Colors::text2, 0, widget()));
    column()->addSpacing(4);
    auto *part = new QWidget(widget());
    followTextSize(*part, [part] { part->setMaximumWidth(scaled(widestBody)); });
    m_body = makeColumn(part, 10);
    m_row = makeRow(nullptr, gap);
    m_row->addWidget(part, 1);
    m_row->addStretch();
    column()->addLayout(m_row);
    column()->addStretch();
}

QList<Setting *> SettingsSection::settings() const
{
    return findChildren<Setting *>();
}

SettingsCard *SettingsSection::addCard(const QString &heading)
{
    if (!m_body->isEmpty())
        m_body->addSpacing(8);
    auto *card = new SettingsCard(widget());
    card->setAccessibleName(heading);
    m_body->addWidget(new TextLabel(heading, TextStyle::BodyStrong, &Colors::text, widget()));
    m_body->addWidget(card);
    return card;
}

void SettingsSection::setAside(QWidget *aside)
{
    m_aside = aside;
    m_row->insertWidget(1, aside, 0, Qt::AlignTop);
    followTextSize(*aside, [this] {
        m_aside->setFixedWidth(scaled(asideWidth));
        placeAside();
    });
}

void SettingsSection::resizeEvent(QResizeEvent *event)
{
    ScrollPage::resizeEvent(event);
    placeAside();
}

void SettingsSection::placeAside()
{
    const bool isNarrow = m_aside != nullptr && viewport()->width() < scaled(narrowestPair);
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace atelier::ui
