#include "ui/shell/RecentCard.h"

#include "core/client/WorkspaceFolder.h"
#include "core/system/Clock.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace atelier::ui {

namespace {

constexpr std::size_t mostRows = 5;

} // namespace

RecentCard::RecentCard(QWidget *parent)
    : TitledCard(tr("Recent workspaces"), parent)
    , m_rows(makeColumn(nullptr, 10))
{
    setObjectName(QStringLiteral("recentWorkspaces"));
    column()->addLayout(m_rows);
    hide();
    load(&RecentCard::entries);
}

RecentCard::Entries RecentCard::entries()
{
    Entries entries;
    const auto recent = RecentWorkspaces::ofUser();
    if (!recent)
        return entries;
    for (const RecentWorkspace &workspace : recent->list())
        if (entries.size() < mostRows)
            entries.push_back({workspace, isWorkspace(workspace.folder)});
    return entries;
}

void RecentCard::load(std::function<Entries()> read)
{
    auto *loading = new QFutureWatcher<Entries>(this);
    connect(loading, &QFutureWatcherBase::finished, this, [this, loading] {
        loading->deleteLater();
        showEntries(loading->result());
    });
    loading->setFuture(QtConcurrent::run(std::move(read)));
}

void RecentCard::forget(const std::filesystem::path &folder)
{
    load([folder] {
        // Where it cannot be forgotten its row stays.
        if (const auto recent = RecentWorkspaces::ofUser())
            static_cast<void>(recent->forget(folder));
        return entries();
    });
}

void RecentCard::showEntries(const Entries &entries)
{
    clearLayout(*m_rows);
    for (const Entry &entry : entries)
        m_rows->addWidget(makeRow(entry));
    setVisible(!entries.empty());
}

QWidget *RecentCard::makeRow(const Entry &entry)
{
    const std::filesystem::path &folder = entry.workspace.folder;
    const QString name = workspaceName(folder);
    auto *part = new QWidget(this);
    auto *row = ui::makeRow(part, 8);
    auto *words = makeColumn(nullptr, 1);
    auto *title = ui::makeRow(nullptr, 8);
    title->addWidget(new ElidedLabel(name, TextStyle::BodyMedium, &Colors::text, part));
    const QString opened = tr("opened %1").arg(ageText(entry.workspace.openedMs, nowMs()));
    title->addWidget(new TextLabel(entry.isThere ? opened : tr("not there any more"), TextStyle::Caption,
        entry.isThere ? &Colors::text2 : &Colors::warningText, part));
    title->addStretch(1);
    words->addLayout(title);
    auto *path = new ElidedLabel(textOf(folder.string()), TextStyle::Caption, &Colors::text2, part);
    path->setElideMode(Qt::ElideMiddle);
    words->addWidget(path);
    row->addLayout(words, 1);
    auto *open = new Button(tr("Open"), ButtonKind::Default, {}, ControlSize::Small, part);
    open->setObjectName(QStringLiteral("openRecent"));
    open->setAccessibleName(tr("Open %1").arg(name));
    open->setVisible(entry.isThere);
    connect(open, &Button::clicked, this, [this, folder] { Q_EMIT openRequested(folder); });
    row->addWidget(open);
    auto *remove
        = new IconButton(u"dismiss", tr("Remove %1 from this list").arg(name), ControlSize::Small, part);
    remove->setObjectName(QStringLiteral("forgetRecent"));
    connect(remove, &IconButton::clicked, this, [this, folder] { forget(folder); });
    row->addWidget(remove);
    return part;
}

} // namespace atelier::ui
