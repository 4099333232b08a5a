#include "ui/jobs/NewJob.h"

#include "core/client/JobSubmission.h"
#include "core/client/SampleTables.h"
#include "ui/shell/NeedsService.h"
#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/WrapLabel.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace atelier::ui {

namespace {

constexpr std::size_t mostErrors = 12;
const QString folderKey = QStringLiteral("jobs/folder");

} // namespace

NewJob::NewJob(const Studio &studio, QWidget &page)
    : QObject(&page)
    , m_studio(studio)
    , m_page(page)
{
}

void NewJob::chooseFile()
{
    ui::chooseFile(m_page, tr("Choose a job's document"), m_studio.settings.value(folderKey).toString(),
        tr("Job documents (*.yml *.yaml *.json);;All files (*)"), [this](const QString &file) {
            m_studio.settings.setValue(folderKey, QFileInfo(file).path());
            submit(file.toStdString());
        });
}

void NewJob::runSample()
{
    // The table that the pipeline reads.
    m_studio.connection.client().get("/api/v1/data/breast-cancer", {}, this, [this](const Reply &reply) {
        if (!reply.isSuccess() && reply.errors.front().kind == ErrorKind::NotFound)
            makeTables();
        else
            submit(samplePipeline());
    });
}

void NewJob::makeTables()
{
    if (isBusy())
        return;
    m_tables = new SampleTables(m_studio.resources, this);
    connect(m_tables, &SampleTables::finished, this, [this](const Result<void> &made) {
        m_tables->deleteLater();
        m_tables = nullptr;
        Q_EMIT busyChanged(false);
        if (m_studio.tell(made, tr("The sample cannot be run here"), QStringLiteral("make sample")))
            submit(samplePipeline());
    });
    m_tables->begin(m_studio.connection.folder());
    Q_EMIT busyChanged(true);
}

std::filesystem::path NewJob::samplePipeline() const
{
    return m_studio.resources / "sample/pipeline.yml";
}

void NewJob::submit(const std::filesystem::path &file)
{
    if (isBusy())
        return;
    m_submission = new JobSubmission(m_studio.connection.client(), this);
    connect(m_submission, &JobSubmission::submitted, this, [this](const Json &job) {
        end();
        m_studio.navigator.go({PageKind::Job, {textOf(textAt(job, "name"))}});
    });
    connect(m_submission, &JobSubmission::failed, this, [this, file](const std::vector<Error> &errors) {
        end();
        showErrors(file, errors);
    });
    m_submission->submit({file, {}, {}, {}});
    Q_EMIT busyChanged(true);
}

void NewJob::end()
{
    m_submission->deleteLater();
    m_submission = nullptr;
    Q_EMIT busyChanged(false);
}

void NewJob::showErrors(const std::filesystem::path &file, const std::vector<Error> &errors)
{
    auto *dialog = new Dialog(*m_page.window(), tr("The job was not submitted"), 620);
    dialog->body()->addWidget(
        new WrapLabel(tr("%n thing(s) in %1 must be mended first.", nullptr, static_cast<int>(errors.size()))
                          .arg(textOf(file.filename().string())),
            TextStyle::Body, &Colors::text2, 0, dialog));
    for (std::size_t i = 0; i < std::min(errors.size(), mostErrors); ++i) {
        auto *line = new WrapLabel(textOf(describe(errors[i])), TextStyle::Body, &Colors::text, 0, dialog);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        dialog->body()->addWidget(line);
    }
    if (errors.size() > mostErrors)
        dialog->body()->addWidget(
            new WrapLabel(tr("And %n more.", nullptr, static_cast<int>(errors.size() - mostErrors)),
                TextStyle::Body, &Colors::text2, 0, dialog));
    auto *close = new Button(tr("Close"), ButtonKind::Primary, {}, ControlSize::Normal, dialog);
    connect(close, &Button::clicked, dialog, &Dialog::accept);
    dialog->addButton(close);
    dialog->setFirstFocus(close);
    dialog->open();
}

void addJobActions(const Studio &studio, Actions &actions, QWidget &window)
{
    auto *jobs = new NewJob(studio, window);
    const auto add = [&](const QString &id, const QString &text, QStringView icon, const QKeySequence &keys,
                         const std::function<void()> &act) {
        needsService(*actions.add(Actions::Group::Start, id, text, icon, keys, act), studio.connection);
    };
    add(QStringLiteral("newJob"), NewJob::tr("New job from a file…"), u"add", QStringLiteral("Ctrl+N"),
        [jobs] { jobs->chooseFile(); });
    add(QStringLiteral("runSample"), NewJob::tr("Run the sample pipeline"), u"play", {},
        [jobs] { jobs->runSample(); });
}

} // namespace atelier::ui
