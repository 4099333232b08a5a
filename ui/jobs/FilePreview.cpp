#include "ui/jobs/FilePreview.h"

#include "core/base/Json.h"
#include "core/client/JobCalls.h"
#include "ui/log/LogPane.h"
#include "ui/tables/TablePreview.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QImageReader>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QtConcurrent>

namespace atelier::ui {

namespace {

constexpr qint64 longestText = 2'000'000;
constexpr int pictureMemoryMb = 256;

enum class Kind { Log, Text, Picture, Table, Other };

Kind kindOf(const QString &path)
{
    static const QStringList texts = QStringLiteral("json yml yaml py md toml ini cfg sh sql r").split(u' ');
    static const QStringList pictures = QStringLiteral("png jpg jpeg gif bmp svg").split(u' ');
    static const QStringList tables = QStringLiteral("parquet pq csv tsv jsonl ndjson").split(u' ');
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1StringView("txt") || suffix == QLatin1StringView("log"))
        return Kind::Log;
    if (texts.contains(suffix) || QFileInfo(path).fileName() == QLatin1StringView("MLmodel"))
        return Kind::Text;
    // The outputs of components have no suffix: the service looks what is in them.
    if (tables.contains(suffix) || suffix.isEmpty())
        return Kind::Table;
    return pictures.contains(suffix) ? Kind::Picture : Kind::Other;
}

/// The beginning of the file, JSON laid out.
QString readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(longestText);
    if (path.endsWith(QLatin1StringView(".json")) && file.atEnd())
        if (const auto json = parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())}))
            return textOf(toText(*json, 2));
    return QString::fromUtf8(bytes);
}

QImage readPicture(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    return reader.read();
}

} // namespace

FilePreview::FilePreview(JobCalls &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_stack(new QStackedLayout(this))
    , m_log(new LogPane(this))
    , m_text(new QPlainTextEdit(this))
    , m_picture(new QLabel(this))
    , m_table(new TablePreview(this))
{
    QImageReader::setAllocationLimit(pictureMemoryMb);
    m_text->setReadOnly(true);
    m_text->setFont(ui::font(TextStyle::Code));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Contents of the file"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_log, m_text, m_picture, m_table})
        m_stack->addWidget(widget);
    connect(m_table, &TablePreview::failed, this, &FilePreview::tableFailed);
}

void FilePreview::showFile(const File &file, bool isLive)
{
    ++m_question;
    m_table->clear();
    switch (kindOf(file.path)) {
    case Kind::Log:
        m_log->setFile(file.path);
        m_log->setLive(isLive);
        return m_stack->setCurrentWidget(m_log);
    case Kind::Text:
        return showText(file.path);
    case Kind::Picture:
        return showPicture(file.path);
    case Kind::Table:
        return showTable(file);
    case Kind::Other:
        return showOther(file.path);
    }
}

void FilePreview::showTable(const File &file)
{
    m_tablePath = file.path;
    const QFileInfo info(file.path);
    m_table->showTable(info.fileName(), static_cast<std::uint64_t>(info.size()),
        [this, job = file.job, name = file.name](const TablePart &part, QObject *receiver,
            PagedTable::Answer answer) { m_jobs.table(job, name, part, receiver, std::move(answer)); });
    m_stack->setCurrentWidget(m_table);
}

void FilePreview::tableFailed(const Error &error)
{
    if (error.code == "table.unknown" && QFileInfo(m_tablePath).suffix().isEmpty())
        showOther(m_tablePath);
}

void FilePreview::showText(const QString &path)
{
    auto *reading = new QFutureWatcher<QString>(this);
    connect(reading, &QFutureWatcher<QString>::finished, this, [this, reading, path, question = m_question] {
        reading->deleteLater();
        if (question != m_question)
            return;
        m_text->setPlainText(reading->result());
        m_text->setFont(ui::font(TextStyle::Code));
        m_stack->setCurrentWidget(m_text);
    });
    reading->setFuture(QtConcurrent::run(readText, path));
}

void FilePreview::showPicture(const QString &path)
{
    auto *reading = new QFutureWatcher<QImage>(this);
    connect(reading, &QFutureWatcher<QImage>::finished, this, [this, reading, path, question = m_question] {
        reading->deleteLater();
        if (question != m_question)
            return;
        m_original = QPixmap::fromImage(reading->result());
        if (m_original.isNull())
            return say(tr("This is no picture"),
                tr("%1 is named like one, but cannot be read as one.").arg(QFileInfo(path).fileName()));
        m_picture->setAccessibleName(QFileInfo(path).fileName());
        fitPicture();
        m_stack->setCurrentWidget(m_picture);
    });
    reading->setFuture(QtConcurrent::run(readPicture, path));
}

void FilePreview::showOther(const QString &path)
{
    const QFileInfo file(path);
    say(file.fileName(),
        tr("%1. There is no preview for this kind of file.")
            .arg(bytesText(static_cast<std::uint64_t>(file.size()))));
    auto *save
        = new Button(tr("Save a copy…"), ButtonKind::Default, u"arrow_download", ControlSize::Normal, m_said);
    connect(save, &Button::clicked, this, [this, path] {
        const QString target
            = QFileDialog::getSaveFileName(this, tr("Save a copy"), QFileInfo(path).fileName());
        if (target.isEmpty())
            return;
        QFile::remove(target);
        if (!QFile::copy(path, target))
            say(tr("The copy was not saved"),
                tr("%1 cannot be written. Choose another folder, or make room.").arg(target));
    });
    static_cast<EmptyState *>(m_said)->addAction(save);
}

void FilePreview::showNothing(const QString &text)
{
    ++m_question;
    m_table->clear();
    say(tr("Nothing to show"), text);
}

void FilePreview::say(const QString &title, const QString &text)
{
    delete m_said;
    m_said = new EmptyState(u"document", title, text, this);
    m_stack->addWidget(m_said);
    m_stack->setCurrentWidget(m_said);
}

void FilePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPicture();
}

void FilePreview::fitPicture()
{
    if (m_original.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = (size() - QSize(48, 48)) * ratio;
    QPixmap fitted = m_original.width() > room.width() || m_original.height() > room.height()
        ? m_original.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : m_original;
    fitted.setDevicePixelRatio(ratio);
    m_picture->setPixmap(fitted);
}

} // namespace atelier::ui
