#include "ui/log/LogDocument.h"

#include <QFileInfo>

namespace atelier::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto calmTime = 50ms;
constexpr auto slowLook = 1s;

} // namespace

LogDocument::LogDocument(QObject *parent)
    : QObject(parent)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmTime);
    m_slow.setInterval(slowLook);
    connect(&m_calm, &QTimer::timeout, this, &LogDocument::look);
    connect(&m_slow, &QTimer::timeout, this, &LogDocument::look);
    const auto noticed = [this] {
        if (m_watched && !m_calm.isActive()) {
            m_watcher.removePath(m_path);
            m_calm.start();
        }
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, noticed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, noticed);
}

// The threads go before the rest does: they call back into it.
LogDocument::~LogDocument()
{
    m_search.reset();
    m_index.reset();
}

void LogDocument::setFile(const QString &path)
{
    const bool wasWatched = m_watched;
    setWatched(false);
    m_search.reset();
    m_index.reset();
    m_path = path;
    m_state = {};
    m_index = std::make_unique<LogIndex>(path.toStdString(), [this] {
        if (!m_told.exchange(true))
            QMetaObject::invokeMethod(this, &LogDocument::take, Qt::QueuedConnection);
    });
    setWatched(wasWatched);
    Q_EMIT restarted();
}

void LogDocument::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    if (watched) {
        m_slow.start();
        look();
        return;
    }
    m_slow.stop();
    m_calm.stop();
    if (const QStringList paths = m_watcher.files() + m_watcher.directories(); !paths.isEmpty())
        m_watcher.removePaths(paths);
}

void LogDocument::search(const QString &text, LetterCase letterCase)
{
    m_sought = text;
    m_letterCase = letterCase;
    startSearch();
}

void LogDocument::startSearch()
{
    m_search.reset();
    const auto file = m_index ? m_index->file() : nullptr;
    if (!m_sought.isEmpty() && file) {
        m_search = std::make_unique<LogSearch>(
            file, Needle(m_sought.toStdString(), m_letterCase), m_state.bytes, [this] {
                if (!m_searchTold.exchange(true))
                    QMetaObject::invokeMethod(this, &LogDocument::takeSearch, Qt::QueuedConnection);
            });
    }
    Q_EMIT searchChanged();
}

void LogDocument::take()
{
    m_told = false;
    if (!m_index)
        return;
    const std::uint64_t generation = m_state.generation;
    m_state = m_index->state();
    if (m_state.generation != generation) {
        startSearch();
        Q_EMIT restarted();
    }
    if (m_search)
        m_search->extendTo(m_state.bytes);
    Q_EMIT changed();
}

void LogDocument::takeSearch()
{
    m_searchTold = false;
    Q_EMIT searchChanged();
}

void LogDocument::look()
{
    watch();
    if (m_index)
        m_index->refresh();
}

// A file that is replaced, or not there yet, shows in its folder.
void LogDocument::watch()
{
    if (!m_watched || m_path.isEmpty())
        return;
    const QFileInfo file(m_path);
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(file.path()))
        m_watcher.addPath(file.path());
    if (m_watcher.files().isEmpty() && file.exists())
        m_watcher.addPath(m_path);
}

} // namespace atelier::ui
