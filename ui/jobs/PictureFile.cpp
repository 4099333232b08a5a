#include "ui/jobs/PictureFile.h"

#include "core/system/File.h"

#include <QBuffer>
#include <QImageReader>

namespace atelier::ui {

namespace {

constexpr int mostMegabytes = 256;
constexpr qint64 mostBytes = qint64{mostMegabytes} << 20;
constexpr qint64 mostPixels = 64'000'000;
constexpr QSize mostShown{4096, 4096};

bool isLargerThanShown(const QSize &size)
{
    return size.width() > mostShown.width() || size.height() > mostShown.height();
}

QSize shownSize(const QSize &size)
{
    return size.scaled(mostShown, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// A drawing is as large as one draws it.
bool isDrawing(const QImageReader &reader)
{
    return reader.format().startsWith("svg");
}

bool isTooLarge(const QImageReader &reader, const QSize &size)
{
    if (!size.isValid() || isDrawing(reader))
        return false;
    const qint64 pixels = qint64{size.width()} * size.height();
    const QImage::Format format = reader.imageFormat();
    const qint64 bits = format == QImage::Format_Invalid ? 32 : QImage::toPixelFormat(format).bitsPerPixel();
    return pixels > mostPixels || pixels * bits / 8 > mostBytes;
}

/// Without the mark of its end a JPEG would still give an image, grey where its bytes are missing.
bool endsEarly(const QImageReader &reader, const QByteArray &bytes)
{
    return reader.format() == "jpeg" && !bytes.contains("\xff\xd9");
}

PictureFile decode(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return {PictureFile::State::None, {}, {}, {}, {}};
    const QSize size = reader.size();
    if (isTooLarge(reader, size))
        return {PictureFile::State::TooLarge, {}, size, {}, {}};
    if (endsEarly(reader, bytes))
        return {PictureFile::State::Incomplete, {}, size, {}, {}};
    if (isLargerThanShown(size) && reader.supportsOption(QImageIOHandler::ScaledSize))
        reader.setScaledSize(shownSize(size));
    QImage image = reader.read();
    if (image.isNull())
        return {PictureFile::State::Incomplete, {}, size, {}, {}};
    const QSize shown = size.isValid() ? size : image.size();
    if (isLargerThanShown(image.size()))
        image = image.scaled(shownSize(image.size()), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image.convertTo(QImage::Format_ARGB32_Premultiplied);
    return {PictureFile::State::Whole, image, shown, static_cast<std::uint64_t>(bytes.size()), {}};
}

} // namespace

PictureFile readPicture(const std::filesystem::path &file, const std::atomic<bool> &stopped)
{
    if (stopped)
        return {};
    const auto bytes = readFile(file, mostBytes);
    if (!bytes && bytes.error().kind == ErrorKind::TooLarge)
        return {PictureFile::State::TooLarge, {}, {}, {}, {}};
    if (!bytes)
        return {PictureFile::State::Unreadable, {}, {}, {}, bytes.error().sentence};
    if (bytes->empty())
        return {PictureFile::State::Empty, {}, {}, {}, {}};
    QImageReader::setAllocationLimit(mostMegabytes);
    return decode(QByteArray::fromRawData(bytes->data(), static_cast<qsizetype>(bytes->size())));
}

} // namespace atelier::ui
