#include "ui/code/CodePane.h"

#include "ui/code/CodeText.h"
#include "ui/code/LineBar.h"
#include "ui/code/ModuleLoading.h"
#include "ui/text/Format.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Theme.h"
#include "ui/theme/Type.h"
#include "ui/widgets/FileTitle.h"
#include "ui/widgets/FindBar.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextSize.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace atelier::ui {

namespace {

constexpr int barHeight = 46;

} // namespace

CodePane::CodePane(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QWidget)
    , m_title(new FileTitle)
    , m_findBar(new FindBar(tr("Find in the code")))
    , m_lineBar(new LineBar)
{
    QHBoxLayout *row = makeRow(m_bar, 8, {16, 0, 12, 0});
    row->addWidget(m_title, 1);
    m_find = addTool(u"search", tr("Find (Ctrl+F)"), QStringLiteral("openFind"));
    m_wrap = addTool(u"text_wrap", tr("Wrap lines (Alt+Z)"), QStringLiteral("wrapLines"));
    m_wrap->setCheckable(true);
    m_save = addTool(u"arrow_download", tr("Save a copy…"), QStringLiteral("saveCopy"));
    QVBoxLayout *column = makeColumn(this, 0);
    column->addWidget(m_bar);
    column->addSpacing(1);
    column->addStretch(1);
    column->addWidget(m_findBar);
    column->addWidget(m_lineBar);
    m_findBar->hide();
    m_lineBar->hide();
    followTextSize(*this, [this] { m_bar->setFixedHeight(scaled(barHeight)); });
    connectBars();
    addShortcuts();
}

IconButton *CodePane::addTool(QStringView icon, const QString &name, const QString &objectName)
{
    auto *tool = new IconButton(icon, name);
    tool->setObjectName(objectName);
    m_bar->layout()->addWidget(tool);
    return tool;
}

void CodePane::connectBars()
{
    connect(m_find, &IconButton::clicked, m_findBar, &FindBar::open);
    connect(m_wrap, &IconButton::toggled, this, [this](bool wrapped) {
        if (m_text != nullptr)
            m_text->setWrapped(wrapped);
    });
    connect(m_save, &IconButton::clicked, this, &CodePane::saveRequested);
    connect(m_findBar, &FindBar::changed, this, &CodePane::find);
    connect(m_findBar, &FindBar::closed, this, &CodePane::returnFocus);
    connect(m_lineBar, &LineBar::closed, this, &CodePane::returnFocus);
    connect(m_lineBar, &LineBar::lineChosen, this, [this](int line) { m_text->goToLine(line); });
}

void CodePane::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, act] {
            if (m_text != nullptr)
                act();
        });
    };
    add(QKeySequence::Find, [this] {
        m_lineBar->hide();
        m_findBar->open();
    });
    add(Qt::CTRL | Qt::Key_G, [this] {
        m_findBar->hide();
        m_lineBar->open(m_text->lineCount());
    });
    add(Qt::ALT | Qt::Key_Z, [this] { m_wrap->toggle(); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft, [this] { m_text->toggleFold(); });
    const auto next = [this] {
        m_text->goToNextHit();
        showHits();
    };
    const auto previous = [this] {
        m_text->goToPreviousHit();
        showHits();
    };
    add(Qt::Key_F3, next);
    add(Qt::SHIFT | Qt::Key_F3, previous);
    connect(m_findBar, &FindBar::nextAsked, this, next);
    connect(m_findBar, &FindBar::previousAsked, this, previous);
}

void CodePane::makeText()
{
    m_text = codeModule()->makeText(this);
    QWidget &widget = m_text->widget();
    widget.setObjectName(QStringLiteral("fileText"));
    widget.setAccessibleName(tr("Contents of the file"));
    m_text->setLook(colors(), ui::font(TextStyle::Code));
    m_text->setWrapped(m_wrap->isChecked());
    auto *column = static_cast<QVBoxLayout *>(layout());
    delete column->takeAt(2);
    column->insertWidget(2, &widget, 1);
    connect(&widget, &QWidget::customContextMenuRequested, this, &CodePane::showMenu);
    setTabOrder(m_save, &widget);
}

void CodePane::showText(const Contents &contents)
{
    if (m_text == nullptr)
        makeText();
    const CodeLanguage language = languageOf(contents.fileName, contents.text);
    m_text->showText(contents.text, language);
    m_title->setName(contents.fileName);
    const int lines
        = m_text->lineCount() - (contents.text.endsWith(u'\n') || contents.text.isEmpty() ? 1 : 0);
    QStringList facts{
        tr("%Ln line(s)", nullptr, lines), bytesText(static_cast<std::uint64_t>(contents.bytes))};
    if (language != CodeLanguage::Plain)
        facts << isolated(languageName(language));
    if (contents.isLaidOut)
        facts << tr("laid out to be read");
    m_title->setFacts(facts.join(QStringLiteral(" · ")));
    m_save->setEnabled(contents.bytes > 0);
    m_lineBar->hide();
    if (m_findBar->isVisible())
        find();
}

void CodePane::find()
{
    m_hits = m_text->find(m_findBar->text(), m_findBar->matchesCase());
    showHits();
}

void CodePane::showHits()
{
    if (m_findBar->text().isEmpty())
        return m_findBar->showNoSearch();
    const auto current = m_text->currentHit();
    m_findBar->showHits({static_cast<qulonglong>(m_hits),
        current ? std::optional<qulonglong>(*current) : std::nullopt, true});
}

void CodePane::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copying
        = menu->addAction(tr("Copy"), QKeySequence::Copy, this, [this] { m_text->copySelection(); });
    copying->setEnabled(m_text->hasSelection());
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, [this] { m_text->selectWhole(); });
    menu->addSeparator();
    menu->addAction(tr("Find…"), QKeySequence::Find, m_findBar, &FindBar::open);
    menu->addAction(tr("Go to line…"), QKeySequence(Qt::CTRL | Qt::Key_G), this,
        [this] { m_lineBar->open(m_text->lineCount()); });
    menu->addAction(tr("Fold or unfold"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft), this,
        [this] { m_text->toggleFold(); });
    menu->popup(m_text->widget().mapToGlobal(place));
}

/// To the text, of which nothing is marked any more.
void CodePane::returnFocus()
{
    m_text->find({}, false);
    m_text->widget().setFocus(Qt::OtherFocusReason);
}

bool CodePane::event(QEvent *event)
{
    if (event->type() == lookChange() && m_text != nullptr)
        m_text->setLook(colors(), ui::font(TextStyle::Code));
    return QWidget::event(event);
}

void CodePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.fillRect(0, m_bar->height(), width(), 1, colors().strokeSubtle);
}

} // namespace atelier::ui
