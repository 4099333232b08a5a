#include "ui/jobs/FilesTab.h"

#include "core/domain/WorkspaceLayout.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pane.h"
#include "ui/widgets/Splitter.h"

#include <QTreeView>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int pauseMs = 1000;
constexpr int treeWidth = 256;

} // namespace

FilesTab::FilesTab(const Studio &studio, Content content, QWidget *parent)
    : JobTab(parent)
    , m_studio(studio)
    , m_content(content)
    , m_call([this] { ask(); }, pauseMs, this)
    , m_tree(new QTreeView(this))
    , m_preview(new FilePreview(studio, this))
{
    m_call.setPaused(true);
    m_tree->setObjectName(QStringLiteral("jobFiles"));
    m_tree->setAccessibleName(content == Content::Code ? tr("Files of the code") : tr("Outputs and logs"));
    m_tree->setModel(&m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    auto *pane = new Pane(&Colors::surface, Qt::RightEdge, this);
    makeColumn(pane, 0, {8, 8, 8, 8})->addWidget(m_tree);
    auto *splitter = new Splitter(Qt::Horizontal, studio.settings, QStringLiteral("job/files"), this);
    splitter->addWidget(pane);
    splitter->addWidget(m_preview);
    splitter->setSizes({scaled(treeWidth), 4 * scaled(treeWidth)});
    splitter->setStretchFactor(1, 1);
    makeColumn(this, 0)->addWidget(splitter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) {
            if (index.isValid() && !index.data(FileTreeModel::IsFolderRole).toBool())
                showFile(index.data(FileTreeModel::PathRole).toString());
        });
}

void FilesTab::setInFront(bool isInFront)
{
    m_call.setPaused(!isInFront);
}

void FilesTab::openFile(const QString &name, const QString &filter)
{
    m_wanted = name;
    m_wantedFilter = filter;
    m_call.request();
}

void FilesTab::showJob(const JobDetail &job)
{
    const bool isOther = job.summary.name != m_job.summary.name;
    m_job = job;
    if (isOther)
        return forget();
    m_call.request();
}

/// What was shown, and what was asked for, is another job's.
void FilesTab::forget()
{
    m_asked = std::make_unique<QObject>();
    m_shown.clear();
    m_model.setPlaces({});
    m_preview->clear();
    m_call.answered();
    m_call.requestNow();
}

std::vector<FilesTab::Source> FilesTab::sources() const
{
    std::vector<Source> list;
    if (m_job.steps.empty())
        addSources(list, m_job.summary);
    for (const JobStep &step : m_job.steps)
        addSources(list, step.job);
    return list;
}

void FilesTab::addSources(std::vector<Source> &list, const JobSummary &job) const
{
    // What a step took from another job lies there.
    const std::string &owner = job.reusedFrom.empty() ? job.name : job.reusedFrom;
    const QString step = textOf(job.step);
    const auto named = [&](const QString &name) {
        return step.isEmpty() || !m_job.parent.empty() ? name : step + QStringLiteral(" · ") + name;
    };
    if (m_content == Content::Code) {
        list.push_back({named(tr("code")), owner, "snapshot"});
        return;
    }
    list.push_back({named(tr("logs")), owner, "logs"});
    list.push_back({named(tr("outputs")), owner, "outputs"});
}

void FilesTab::ask()
{
    m_sources = sources();
    m_places.assign(m_sources.size(), {});
    m_open = m_sources.size();
    const WorkspaceLayout layout(m_studio.connection.folder());
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        const Source &source = m_sources[i];
        m_places[i].name = source.name;
        m_places[i].folder = textOf((layout.job(source.job) / source.folder).string());
        m_studio.connection.jobs().files(source.job, source.folder, m_asked.get(),
            [this, i](const Result<std::vector<JobFile>> &files) { take(i, files); });
    }
    if (m_open == 0)
        m_call.answered();
}

void FilesTab::take(std::size_t source, const Result<std::vector<JobFile>> &files)
{
    if (files && source < m_places.size())
        m_places[source].files = *files;
    if (--m_open > 0)
        return;
    m_call.answered();
    showTree();
}

void FilesTab::showTree()
{
    std::erase_if(m_places, [](const FileTreeModel::Place &place) { return place.files.empty(); });
    const QString shown = m_shown;
    m_model.setPlaces(m_places);
    m_tree->expandAll();
    if (const QModelIndex index = wantedFile(); index.isValid()) {
        m_wanted.clear();
        m_tree->setCurrentIndex(index);
        return m_preview->filterBy(m_wantedFilter);
    }
    if (const QModelIndex index = m_model.indexOf(shown.isEmpty() ? firstFile() : shown); index.isValid())
        return m_tree->setCurrentIndex(index);
    m_preview->showNothing(m_content == Content::Code ? tr("This job has no code of its own.")
                                                      : tr("This job has written nothing yet."));
}

QModelIndex FilesTab::wantedFile() const
{
    if (m_wanted.isEmpty())
        return {};
    for (const FileTreeModel::Place &place : m_places)
        for (const JobFile &file : place.files) {
            const QString path = place.folder + u'/' + textOf(file.path);
            if (fileAt(path).name == m_wanted.toStdString())
                return m_model.indexOf(path);
        }
    return {};
}

/// The log of what failed, else of what runs, else of the last step.
QString FilesTab::firstFile() const
{
    const JobSummary *wanted = m_job.steps.empty() ? &m_job.summary : nullptr;
    for (const JobStep &step : m_job.steps) {
        const bool isBetter = wanted == nullptr || wanted->status != JobStatus::Failed;
        if (step.job.status == JobStatus::Failed || (step.job.startedMs && isBetter)
            || (!step.job.reusedFrom.empty() && isBetter))
            wanted = &step.job;
    }
    if (wanted == nullptr)
        return {};
    const WorkspaceLayout layout(m_studio.connection.folder());
    const std::string &owner = wanted->reusedFrom.empty() ? wanted->name : wanted->reusedFrom;
    if (m_content == Content::Code)
        return m_places.empty() || m_places.front().files.empty()
            ? QString()
            : m_places.front().folder + u'/' + textOf(m_places.front().files.front().path);
    return textOf(layout.log(owner).string());
}

bool FilesTab::isLive(const QString &path) const
{
    const WorkspaceLayout layout(m_studio.connection.folder());
    const auto writes = [&](const JobSummary &job) {
        return !isFinal(job.status) && path == textOf(layout.log(job.name).string());
    };
    return writes(m_job.summary)
        || std::any_of(
            m_job.steps.begin(), m_job.steps.end(), [&](const JobStep &step) { return writes(step.job); });
}

void FilesTab::showFile(const QString &path)
{
    if (path == m_shown && !isLive(path))
        return;
    if (path != m_shown)
        m_preview->showFile(fileAt(path), isLive(path));
    m_shown = path;
}

FilePreview::File FilesTab::fileAt(const QString &path) const
{
    const WorkspaceLayout layout(m_studio.connection.folder());
    const std::filesystem::path jobs = layout.job("any").parent_path();
    const std::string name = std::filesystem::path(path.toStdString()).lexically_relative(jobs).string();
    const std::size_t slash = name.find('/');
    return {path, name.substr(0, slash), name.substr(slash + 1)};
}

} // namespace atelier::ui
