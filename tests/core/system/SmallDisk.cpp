#include "tests/core/system/SmallDisk.h"

#include "core/system/Descriptor.h"

#include <fcntl.h>
#include <string>
#include <sys/mount.h>

namespace atelier::test {

SmallDisk::SmallDisk(std::filesystem::path folder, std::size_t megabytes)
    : m_folder(std::move(folder))
{
    std::filesystem::create_directories(m_folder);
    const std::string options = "mode=0700,size=" + std::to_string(megabytes) + "m";
    m_isMounted = mount("tmpfs", m_folder.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        umount2(m_folder.c_str(), MNT_DETACH);
}

std::filesystem::path SmallDisk::fill() const
{
    const std::filesystem::path file = m_folder / "ballast";
    const Descriptor descriptor(open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    const std::string block(1U << 16U, 'x');
    for (std::size_t size = block.size(); size > 0; size /= 2)
        while (write(descriptor.number(), block.data(), size) > 0) { }
    return file;
}

} // namespace atelier::test
