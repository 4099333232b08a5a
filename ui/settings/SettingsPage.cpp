#include "ui/settings/SettingsPage.h"

#include "ui/settings/AboutSection.h"
#include "ui/settings/AppearanceSection.h"
#include "ui/settings/Setting.h"
#include "ui/settings/ShortcutsSection.h"
#include "ui/settings/WorkspaceSection.h"
#include "ui/shell/NavigationItem.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Divider.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/Pane.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextSize.h"

#include <QKeyEvent>
#include <QShortcut>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int wideNavigation = 216;
constexpr int narrowNavigation = 57;
constexpr int narrowPage = 760; // with icons alone in the list of sections

} // namespace

SettingsPage::SettingsPage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_search(new SearchField(tr("Search settings"), this))
    , m_navigation(new Pane(&Colors::canvas, Qt::RightEdge, this))
    , m_stack(new PageStack(this))
    , m_nothing(new EmptyState(
          u"search", tr("No settings match"), tr("No setting has all of these words."), m_stack))
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *column = makeColumn(this, 0);
    column->addWidget(makeHead());
    column->addWidget(new Divider(Qt::Horizontal, this));
    auto *row = makeRow(nullptr, 0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    m_navigation->setAccessibleName(tr("Sections of the settings"));
    auto *list = makeColumn(m_navigation, 2, {8, 12, 9, 12});
    addSection(QStringLiteral("appearance"), new AppearanceSection(studio, m_stack));
    addSection(QStringLiteral("workspace"), new WorkspaceSection(studio, m_stack));
    addSection(QStringLiteral("shortcuts"), new ShortcutsSection(studio.actions, m_stack));
    addSection(QStringLiteral("about"), new AboutSection(m_stack));
    list->addStretch();
    m_stack->addWidget(m_nothing);
    followTextSize(*this, [this] { placeNavigation(); });
    choose(m_entries.front());
}

QWidget *SettingsPage::makeHead()
{
    auto *header = new PageHeader(tr("Settings"), this);
    header->setBreadcrumb({workspaceName(m_studio.connection.folder()), tr("Settings")});
    connect(
        header, &PageHeader::breadcrumbClicked, this, [this] { m_studio.navigator.go({PageKind::Home}); });
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setKeyHint(QStringLiteral("/"));
    connect(new QShortcut(QStringLiteral("/"), this), &QShortcut::activated, m_search,
        [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_search, &SearchField::textChanged, this, &SettingsPage::search);
    connect(m_search, &SearchField::returnPressed, this, &SettingsPage::goToFound);
    header->addAction(m_search);
    auto *clear = new Button(tr("Clear search"), ButtonKind::Default, {}, ControlSize::Normal, m_nothing);
    connect(clear, &Button::clicked, m_search, &SearchField::clear);
    m_nothing->addAction(clear);
    return header;
}

void SettingsPage::addSection(const QString &id, SettingsSection *section)
{
    auto *item = new NavigationItem(section->title(), section->icon(), m_navigation);
    item->setObjectName(QStringLiteral("section_") + id);
    item->setCheckable(true);
    item->setAutoExclusive(true);
    m_navigation->layout()->addWidget(item);
    m_stack->addWidget(section);
    m_entries.push_back({id, section, item});
    connect(item, &NavigationItem::toggled, this, [this, place = m_entries.size() - 1](bool isOn) {
        if (isOn)
            choose(m_entries[place]);
    });
}

void SettingsPage::choose(const Entry &entry)
{
    entry.item->setChecked(true);
    if (m_isInFront && m_stack->currentWidget() != entry.section)
        entry.section->refresh();
    m_stack->setCurrentWidget(entry.section);
}

void SettingsPage::show(const Address &address)
{
    for (const Entry &entry : m_entries)
        if (entry.id == address.tab)
            choose(entry);
}

void SettingsPage::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    if (isInFront)
        refresh();
}

void SettingsPage::refresh()
{
    for (const Entry &entry : m_entries)
        if (entry.section == m_stack->currentWidget())
            entry.section->refresh();
}

void SettingsPage::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const Entry *best = nullptr;
    for (const Entry &entry : m_entries) {
        const bool isFound = mark(*entry.section, words);
        entry.item->setVisible(isFound || words.isEmpty());
        if (words.isEmpty() ? entry.item->isChecked() : isFound && best == nullptr)
            best = &entry;
    }
    if (best == nullptr)
        return m_stack->setCurrentWidget(m_nothing);
    choose(*best);
    if (Setting *setting = firstFound(*best->section))
        best->section->ensureWidgetVisible(setting);
}

bool SettingsPage::mark(SettingsSection &section, const QStringList &words)
{
    const QString title = section.title().toCaseFolded();
    bool isFound = std::all_of(words.begin(), words.end(),
        [&title](const QString &word) { return title.contains(word.toCaseFolded()); });
    for (Setting *setting : section.settings()) {
        setting->setFound(!words.isEmpty() && setting->matches(words));
        isFound = isFound || setting->isFound();
    }
    return isFound;
}

void SettingsPage::goToFound()
{
    for (const Entry &entry : m_entries)
        if (Setting *setting = firstFound(*entry.section); setting != nullptr && entry.item->isChecked())
            return setting->takeFocus();
}

Setting *SettingsPage::firstFound(const SettingsSection &section)
{
    const auto settings = section.settings();
    const auto found
        = std::find_if(settings.begin(), settings.end(), [](const Setting *one) { return one->isFound(); });
    return found == settings.end() ? nullptr : *found;
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeNavigation();
}

void SettingsPage::placeNavigation()
{
    const bool isNarrow = width() < scaled(narrowPage);
    m_navigation->setFixedWidth(isNarrow ? narrowNavigation : scaled(wideNavigation));
    for (const Entry &entry : m_entries)
        entry.item->setCompact(isNarrow);
}

} // namespace atelier::ui
