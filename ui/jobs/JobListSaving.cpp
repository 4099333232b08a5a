#include "ui/jobs/JobListSaving.h"

#include "core/client/JobCsv.h"
#include "core/system/Clock.h"
#include "core/system/File.h"
#include "ui/jobs/CancelOffer.h"
#include "ui/jobs/JobColumns.h"
#include "ui/text/Format.h"
#include "ui/widgets/FileDialogs.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace atelier::ui {

namespace {

constexpr mode_t readable = 0644;
const QString exporting = QStringLiteral("export jobs");

std::vector<std::string> csvColumns(const QStringList &columns)
{
    std::vector<std::string> all;
    for (const QString &column : columns)
        for (const QString &name : csvColumnsOf(column))
            all.push_back(name.toStdString());
    return all;
}

} // namespace

JobListSaving::JobListSaving(const Studio &studio, QWidget *parent)
    : QObject(parent)
    , m_parent(parent)
    , m_studio(studio)
{
}

void JobListSaving::askWhere(const JobFilter &filter, const QStringList &columns)
{
    chooseNewFile(*m_parent, tr("Export jobs"), QStringLiteral("jobs.csv"),
        [this, filter, columns](const QString &target) { save(filter, columns, target); });
}

void JobListSaving::askWhere(const JobRows &jobs, const QStringList &columns)
{
    chooseNewFile(*m_parent, tr("Export jobs"), QStringLiteral("jobs.csv"),
        [this, jobs, columns](const QString &target) { save(jobs, columns, target); });
}

void JobListSaving::save(const JobRows &jobs, const QStringList &columns, const QString &target)
{
    write(target, [jobs, named = csvColumns(columns), now = nowMs()] {
        std::string csv = jobCsvHead(named);
        for (const auto &job : jobs)
            csv += jobCsvRow(*job, named, now);
        return csv;
    });
}

void JobListSaving::save(const JobFilter &filter, const QStringList &columns, const QString &target)
{
    auto *jobs = new JobExport(m_studio.connection.client(), addressOf(filter), csvColumns(columns), this);
    const auto csv = std::make_shared<std::string>();
    connect(jobs, &JobExport::read, this, [csv](const std::string &part) { *csv += part; });
    connect(jobs, &JobExport::failed, this, [this, jobs](const Error &error) {
        jobs->deleteLater();
        refuse(error);
    });
    connect(jobs, &JobExport::finished, this, [this, jobs, target, csv] {
        jobs->deleteLater();
        write(target, [csv] { return std::move(*csv); });
    });
    offerCancel(m_studio.notify, *jobs, tr("Exporting jobs"), target, [jobs] { jobs->deleteLater(); });
    jobs->start();
}

void JobListSaving::write(const QString &target, std::function<std::string()> csv)
{
    auto *writing = new QFutureWatcher<Result<void>>(this);
    connect(writing, &QFutureWatcherBase::finished, this, [this, writing, target] {
        writing->deleteLater();
        if (const Result<void> &written = writing->result(); !written)
            return refuse(unsaved(target, written.error()));
        m_studio.notify(
            {.tone = Tone::Success, .title = tr("Jobs exported"), .text = target, .matter = exporting});
    });
    writing->setFuture(QtConcurrent::run(
        [file = target.toStdString(), csv = std::move(csv)] { return durableWrite(file, csv(), readable); }));
}

void JobListSaving::refuse(const Error &error)
{
    m_studio.fail(tr("The jobs were not exported"), error, exporting);
}

} // namespace atelier::ui
