#include "ui/widgets/PageHeader.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Crumb.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/InPlaceEdit.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pill.h"

#include <QEvent>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int gutter = 24;
constexpr int crumbGap = 5;
constexpr int titleGap = 10;
constexpr int actionGap = 8;
constexpr int enoughTitle = 260; // of a longer one that is elided

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, TextStyle::Title))
    , m_state(new Pill({}))
    , m_facts(new TextLabel({}, TextStyle::Body, &Colors::text2))
{
    QVBoxLayout *column = makeColumn(this, 2, {gutter, 14, gutter, 8});
    column->addLayout(makeBreadcrumb());
    m_titleRow = makeRow(nullptr, titleGap);
    column->addLayout(m_titleRow);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_state, 0, Qt::AlignVCenter);
    m_titleRow->addWidget(m_facts, 0, Qt::AlignVCenter);
    m_titleRow->addStretch(1);
    m_actionRow = makeRow(nullptr, actionGap);
    m_titleRow->addLayout(m_actionRow);
    m_facts->setObjectName(QStringLiteral("headerFacts"));
    m_state->hide();
    m_facts->hide();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    if (m_titleEdit != nullptr)
        m_titleEdit->setText(title);
}

void PageHeader::makeTitleEditable(const QString &name)
{
    m_titleRow->removeWidget(m_title);
    m_titleEdit = new InPlaceEdit(m_title, name, InPlaceEdit::Lines::One, this);
    m_titleEdit->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_titleEdit->setText(m_title->text());
    m_titleRow->insertWidget(0, m_titleEdit);
    connect(m_titleEdit, &InPlaceEdit::edited, this, &PageHeader::titleEdited);
}

void PageHeader::setTitleEditable(bool editable)
{
    m_titleEdit->setEditable(editable);
}

void PageHeader::editTitle()
{
    m_titleEdit->begin();
}

QBoxLayout *PageHeader::makeBreadcrumb()
{
    QBoxLayout *row = makeRow(nullptr, crumbGap);
    // Made once: one that were made anew with each change would lose the focus, and come last in its order.
    for (std::size_t i = 0; i < m_crumbs.size(); ++i) {
        auto *crumb = new Crumb({}, this);
        connect(crumb, &Crumb::clicked, this, [this, i] { Q_EMIT breadcrumbClicked(static_cast<int>(i)); });
        auto *chevron
            = new IconLabel(layoutDirection() == Qt::RightToLeft ? u"chevron_left" : u"chevron_right",
                &Colors::text3, 12, this);
        row->addWidget(crumb);
        row->addWidget(chevron);
        m_crumbs[i] = {crumb, chevron};
    }
    m_here = new ElidedLabel({}, TextStyle::Caption, &Colors::text, this);
    row->addWidget(m_here);
    row->addStretch(1);
    setBreadcrumb({});
    return row;
}

void PageHeader::setBreadcrumb(const QStringList &names)
{
    for (std::size_t i = 0; i < m_crumbs.size(); ++i) {
        const bool isShown = static_cast<int>(i) + 1 < names.size();
        m_crumbs[i].button->setText(isShown ? names[static_cast<int>(i)] : QString());
        m_crumbs[i].button->setVisible(isShown);
        m_crumbs[i].chevron->setVisible(isShown);
    }
    m_here->setText(names.value(names.size() - 1));
    m_here->setVisible(!names.isEmpty());
}

void PageHeader::setState(const StateLook &look)
{
    m_state->setLook(look);
    m_state->setVisible(!look.text.isEmpty());
}

void PageHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
    fit();
}

void PageHeader::addAction(QWidget *action, bool ends)
{
    m_actionRow->addWidget(action);
    m_actions.insert(ends ? m_actions.end() : m_actions.begin() + static_cast<long>(m_harmless), action);
    if (!ends)
        ++m_harmless;
}

std::vector<Button *> PageHeader::actions() const
{
    std::vector<Button *> buttons = shownButtons();
    std::erase_if(buttons, [](const Button *button) { return !button->isVisible() || !button->isEnabled(); });
    return buttons;
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool PageHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit(); // a title is another one, or an action came or went
    return QWidget::event(event);
}

void PageHeader::fit()
{
    const QWidget &title = m_titleEdit != nullptr ? static_cast<QWidget &>(*m_titleEdit) : *m_title;
    const int titleWidth = title.sizeHint().width();
    const int state = m_state->isHidden() ? 0 : m_state->sizeHint().width() + titleGap;
    const int room = width() - 2 * (gutter + titleGap) - state;
    int named = 0;
    int bare = 0;
    for (const Button *button : shownButtons()) {
        named += button->namedSizeHint().width() + actionGap;
        bare += button->namedSizeHint().height() + actionGap;
    }
    const bool isNamed = std::min(titleWidth, scaled(enoughTitle)) + named <= room;
    for (Button *button : shownButtons())
        button->setIconOnly(!isNamed);
    m_facts->setVisible(!m_facts->text().isEmpty()
        && titleWidth + titleGap + m_facts->sizeHint().width() + (isNamed ? named : bare) <= room);
}

std::vector<Button *> PageHeader::shownButtons() const
{
    std::vector<Button *> buttons;
    for (QWidget *action : m_actions) {
        if (auto *button = qobject_cast<Button *>(action))
            buttons.push_back(button);
        for (auto *button : action->findChildren<Button *>())
            buttons.push_back(button);
    }
    std::erase_if(buttons, [this](const Button *button) { return !button->isVisibleTo(this); });
    return buttons;
}

} // namespace atelier::ui
